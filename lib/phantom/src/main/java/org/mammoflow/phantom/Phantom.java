package org.mammoflow.phantom;

import java.util.List;
import java.util.stream.Stream;

/** The front door: images a phantom breast. */
public final class Phantom {
    private Phantom() {}

    /**
     * Images a breast. Takes one to two seconds and about 150 MB at full size; safe to call from several threads.
     *
     * @return stored values, and where the lesions are; the same bytes for the same description
     */
    public static PhantomImage image(Breast breast, Exposure exposure) {
        Anatomy anatomy = Anatomy.of(breast, exposure);
        ImplantShape implant = new ImplantShape(breast, exposure, anatomy);
        Findings findings = findings(breast, exposure, anatomy, implant);
        Raster gland = new Parenchyma(breast, exposure, anatomy, pull(findings)).gland();
        Vessels vessels = new Vessels(anatomy, Draws.of(breast.seed(), "vessels", breast.side(), exposure.view()));
        vessels.drawDucts();
        List<List<Vessels.Point>> courses = vessels.drawVessels();
        Lesions lesions = new Lesions(findings, Draws.of(breast.seed(), "lesions", breast.side(), exposure.view()));
        lesions.paintMalignant();
        Raster malignant = lesions.malignantExtent(anatomy.depth());
        lesions.paintBenign(anatomy, courses);
        Scene scene = new Scene(breast, exposure, anatomy, implant);
        scene.compose(gland, vessels.threads(), findings);
        Readout readout = new Readout(breast, exposure);
        short[] samples = readout.samples(scene, findings.specks());
        Truth truth = new Truthful(breast, exposure).truth(findings, malignant);
        return new PhantomImage(breast, exposure, samples, anatomy.thicknessMm(), truth);
    }

    private static Findings findings(Breast breast, Exposure exposure, Anatomy anatomy, ImplantShape implant) {
        Findings findings = new Findings(anatomy.depth());
        Placement placement = new Placement(anatomy, implant, exposure.view());
        breast.lesions().forEach(lesion -> findings.mark(placement.spot(lesion)));
        return findings;
    }

    /** The strongest pull on the tissue: distortions draw it in, spiculated masses a little. */
    private static Pull pull(Findings findings) {
        Stream<Findings.Spot> distortions =
                findings.spots().stream().filter(spot -> spot.lesion().kind() == LesionKind.ARCHITECTURAL_DISTORTION);
        Stream<Findings.Spot> masses =
                findings.spots().stream().filter(spot -> spot.lesion().kind() == LesionKind.SPICULATED_MASS);
        return Stream.concat(
                        distortions.map(spot -> new Pull(spot.x(), spot.y(), spot.radius() * 1.5, 0.55)),
                        masses.map(spot -> new Pull(spot.x(), spot.y(), spot.radius() * 1.3, 0.25)))
                .findFirst()
                .orElse(Pull.NONE);
    }
}
