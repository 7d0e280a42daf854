package org.mammoflow.phantom;

import java.util.Comparator;
import java.util.List;

/** Paints every lesion of a breast by its kind. */
final class Lesions {
    /** Grey below which a lesion's body is not counted as part of it. */
    private static final float VISIBLE = 0.02f;

    private final Findings findings;
    private final Draws draws;

    Lesions(Findings findings, Draws draws) {
        this.findings = findings;
        this.draws = draws;
    }

    void paintMalignant() {
        for (Findings.Spot spot : findings.spots()) {
            MassPainter mass = new MassPainter(findings, spot, draws);
            switch (spot.lesion().kind()) {
                case SPICULATED_MASS -> mass.spiculated();
                case CIRCUMSCRIBED_MASS -> mass.circumscribed();
                case ARCHITECTURAL_DISTORTION -> mass.distortion();
                case MICROCALCIFICATIONS -> new CalcificationPainter(findings, draws).cluster(spot);
                case CYST, FIBROADENOMA, VASCULAR_CALCIFICATIONS -> {}
            }
        }
    }

    void paintBenign(Anatomy anatomy, List<List<Vessels.Point>> courses) {
        CalcificationPainter calcifications = new CalcificationPainter(findings, draws);
        for (Findings.Spot spot : List.copyOf(findings.spots())) {
            MassPainter mass = new MassPainter(findings, spot, draws);
            switch (spot.lesion().kind()) {
                case CYST -> mass.cyst();
                case FIBROADENOMA -> mass.fibroadenoma();
                case VASCULAR_CALCIFICATIONS -> calcifications.vascular(spot, longest(courses));
                case SPICULATED_MASS, CIRCUMSCRIBED_MASS, ARCHITECTURAL_DISTORTION, MICROCALCIFICATIONS -> {}
            }
        }
        if (draws.chance(0.65)) {
            calcifications.scattered(anatomy);
        }
    }

    private static List<Vessels.Point> longest(List<List<Vessels.Point>> courses) {
        return courses.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** Where malignant lesions are: what is visible of them and at least their core; call before benign ones are painted. */
    Raster malignantExtent(Raster depth) {
        Raster extent = depth.sameSize();
        for (Findings.Spot spot : findings.spots()) {
            if (spot.lesion().kind().malignant()) {
                extent.around(spot.x(), spot.y(), spot.radius() * 1.6, (index, distance) -> {
                    float added = findings.density().cells[index] + findings.spicules().cells[index];
                    boolean part = distance < 0.6 * spot.radius() || added > VISIBLE;
                    extent.cells[index] = part && depth.cells[index] > 0 ? 1 : extent.cells[index];
                });
            }
        }
        return extent;
    }
}
