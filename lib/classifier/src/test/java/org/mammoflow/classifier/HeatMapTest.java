package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.pixels.Placement;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;
import org.mammoflow.phantom.Breast;
import org.mammoflow.phantom.Cohort;
import org.mammoflow.phantom.Phantom;
import org.mammoflow.phantom.PhantomImage;
import org.mammoflow.phantom.Side;
import org.mammoflow.phantom.Truth;
import org.mammoflow.phantom.View;

/** Evidence that the network finds at a lesion is shown at the lesion, on the image as it is stored. */
class HeatMapTest {

    private static final int CELLS = 7;
    private static final double AS_IN_TRAINING = 0.25;
    private static final int CLASSES = MammogramClass.values().length;

    static Stream<Arguments> shots() {
        return Stream.of(1L, 2L, 3L)
                .flatMap(seed -> Stream.of(Side.values())
                        .flatMap(side -> Stream.of(View.values()).map(view -> Arguments.of(seed, side, view))));
    }

    @ParameterizedTest
    @MethodSource("shots")
    void lies_where_the_lesion_lies_on_either_side(long seed, Side side, View view) {
        PhantomImage phantom = phantom(seed, side, view, 0.1);
        Truth.Mark lesion = phantom.truth().lesions().stream()
                .filter(Truth.Mark::malignant)
                .findFirst()
                .orElseThrow();
        Placement placement =
                ((Prepared.Ready) new Preparation(224, 0, 1).prepare(ShownPhantom.grey(phantom))).placement();
        int row = cell(placement.tensorRow(lesion.row()));
        int column = cell(placement.tensorColumn(lesion.column()));
        HeatMap map = new Evidence(evidenceAt(row, column)).over(placement);

        double[] centre = centreOfMass(map, phantom.rows(), phantom.columns());
        assertThat(placement.isBreast(centre[0], centre[1]))
                .as("the centre of mass lies within the breast")
                .isTrue();
        // One cell of the feature map, carried back onto the image.
        double cell = 1 / (placement.tensorRow(1) - placement.tensorRow(0)) / CELLS;
        assertThat(Math.hypot(centre[0] - lesion.row(), centre[1] - lesion.column()))
                .as("pixels between lesion and centre of mass, on an image of " + phantom.columns())
                .isLessThan(1.2 * cell);
    }

    @Test
    void of_the_released_network_lies_at_the_lesion_in_seven_of_ten_true_positives() {
        int positives = 0;
        int hits = 0;
        try (Network network = Network.load(Networks.any(), new Device.Cpu())) {
            for (long seed = 1000; seed < 1040; seed++) {
                PhantomImage phantom = phantom(seed, Side.LEFT, View.CC, AS_IN_TRAINING);
                if (network.classify(ShownPhantom.grey(phantom)) instanceof Classification.Classified said
                        && network.card().positive(said.malignancy())) {
                    positives++;
                    hits += isAtTheLesion(said.heatMap(), phantom) ? 1 : 0;
                }
            }
        }
        assertThat(positives).isGreaterThanOrEqualTo(15);
        assertThat(hits).isGreaterThanOrEqualTo((int) Math.ceil(0.7 * positives));
    }

    /** Within the lesion's circle, widened by a tenth of the image's height. */
    private static boolean isAtTheLesion(HeatMap map, PhantomImage phantom) {
        Truth.Mark lesion = phantom.truth().lesions().stream()
                .filter(Truth.Mark::malignant)
                .findFirst()
                .orElseThrow();
        double[] centre = centreOfMass(map, phantom.rows(), phantom.columns());
        return Math.hypot(centre[0] - lesion.row(), centre[1] - lesion.column())
                <= lesion.radius() + 0.1 * phantom.rows();
    }

    private static int cell(double share) {
        return (int) Math.min(Math.max(share * CELLS, 0), CELLS - 1);
    }

    private static Scores evidenceAt(int row, int column) {
        float[] maps = new float[CLASSES * CELLS * CELLS];
        int positive = MammogramClass.NO_IMPLANT_POSITIVE.ordinal();
        maps[positive * CELLS * CELLS + row * CELLS + column] = CELLS * CELLS;
        float[] logits = new float[CLASSES];
        logits[positive] = 1;
        return new Scores(logits, maps, CELLS, CELLS, 1, "CPUExecutionProvider");
    }

    /** Row and column in pixels. */
    private static double[] centreOfMass(HeatMap map, int rows, int columns) {
        double sum = 0;
        double[] centre = new double[2];
        for (int i = 0; i < map.cells().length; i++) {
            int weight = map.cells()[i] & 0xFF;
            sum += weight;
            centre[0] += weight * (i / map.columns() + 0.5) / map.rows() * rows;
            centre[1] += weight * (i % map.columns() + 0.5) / map.columns() * columns;
        }
        double total = sum;
        assertThat(total).as("evidence").isPositive();
        return Arrays.stream(centre).map(value -> value / total).toArray();
    }

    private static PhantomImage phantom(long seed, Side side, View view, double scale) {
        Cohort cohort = new Cohort(seed);
        Breast breast = cohort.breast(side, true, false);
        return Phantom.image(
                breast, cohort.exposure(breast, view, cohort.detector().scaled(scale)));
    }
}
