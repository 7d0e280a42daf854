package org.mammoflow.bench.heat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mammoflow.classifier.Classification.Classified;
import org.mammoflow.classifier.Device;
import org.mammoflow.classifier.GreyImage;
import org.mammoflow.classifier.HeatMap;
import org.mammoflow.classifier.Network;
import org.mammoflow.cli.modality.MammogramObject;
import org.mammoflow.cli.modality.ScreeningRound;
import org.mammoflow.cli.modality.ScreeningStudy;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.Frame;
import org.mammoflow.dicom.image.Frames;
import org.mammoflow.dicom.image.GreyScale;
import org.mammoflow.phantom.Phantom;
import org.mammoflow.phantom.PhantomImage;
import org.mammoflow.phantom.Truth;

/**
 * Of the phantoms that a network rightly calls positive, the share whose heat map has its centre of mass, or its
 * strongest cell, in the lesion's neighbourhood: {@code NETWORK WOMEN SCALE SEED}. The neighbourhood is the lesion's
 * circle widened by a tenth of the image's height.
 */
public final class HeatMapBenchmark {

    private static final double WIDENED = 0.1;

    private int malignant;
    private int rightlyPositive;
    private int centreHits;
    private int strongestHits;

    private HeatMapBenchmark() {}

    /** Prints one line. */
    public static void main(String[] arguments) throws IOException {
        HeatMapBenchmark benchmark = new HeatMapBenchmark();
        ScreeningRound round = new ScreeningRound(Long.parseLong(arguments[3]), Double.parseDouble(arguments[2]));
        try (Network network = Network.load(Path.of(arguments[0]), new Device.Cpu())) {
            for (int woman = 1; woman <= Integer.parseInt(arguments[1]); woman++) {
                benchmark.look(network, round.study(woman));
            }
            System.out.println(benchmark.line(network));
        }
    }

    private void look(Network network, ScreeningStudy study) throws IOException {
        for (int i = 0; i < study.views().size(); i++) {
            ScreeningStudy.Shot shot = study.views().get(i);
            if (shot.breast().malignant()) {
                malignant++;
                PhantomImage image = Phantom.image(shot.breast(), shot.exposure());
                Attributes object =
                        MammogramObject.of(study.visit(), image, i + 1).attributes();
                if (network.classify(grey(object)) instanceof Classified classified
                        && network.card().positive(classified.malignancy())) {
                    rightlyPositive++;
                    count(classified.heatMap(), image);
                }
            }
        }
    }

    private void count(HeatMap map, PhantomImage image) {
        double sum = 0;
        double row = 0;
        double column = 0;
        int strongest = 0;
        for (int i = 0; i < map.cells().length; i++) {
            int weight = map.cells()[i] & 0xFF;
            sum += weight;
            row += weight * row(map, image, i);
            column += weight * column(map, image, i);
            strongest = weight > (map.cells()[strongest] & 0xFF) ? i : strongest;
        }
        centreHits += sum > 0 && isNear(image, row / sum, column / sum) ? 1 : 0;
        strongestHits += sum > 0 && isNear(image, row(map, image, strongest), column(map, image, strongest)) ? 1 : 0;
    }

    private static double row(HeatMap map, PhantomImage image, int cell) {
        return (cell / map.columns() + 0.5) / map.rows() * image.rows();
    }

    private static double column(HeatMap map, PhantomImage image, int cell) {
        return (cell % map.columns() + 0.5) / map.columns() * image.columns();
    }

    private static boolean isNear(PhantomImage image, double row, double column) {
        return image.truth().lesions().stream()
                .filter(Truth.Mark::malignant)
                .anyMatch(mark ->
                        Math.hypot(mark.row() - row, mark.column() - column) <= mark.radius() + WIDENED * image.rows());
    }

    private static GreyImage grey(Attributes object) throws IOException {
        Path file = Files.createTempFile("bench-", ".dcm");
        try {
            DicomFile.write(file, object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            DicomFile stored = DicomFile.read(file, ReaderLimits.STANDARD);
            Frame frame = Frames.single(stored.dataSet(), stored.transferSyntax());
            return new GreyImage(
                    frame.rows(),
                    frame.columns(),
                    frame.samples(),
                    GreyScale.of(stored.dataSet()).table(frame));
        } finally {
            Files.delete(file);
        }
    }

    private String line(Network network) {
        return String.format(
                Locale.ROOT,
                "%s %s: %d malignant images, %d rightly called positive; centre of mass at the lesion %d (%.0f %%), strongest cell %d (%.0f %%)",
                network.card().name(),
                network.card().version(),
                malignant,
                rightlyPositive,
                centreHits,
                100.0 * centreHits / Math.max(rightlyPositive, 1),
                strongestHits,
                100.0 * strongestHits / Math.max(rightlyPositive, 1));
    }
}
