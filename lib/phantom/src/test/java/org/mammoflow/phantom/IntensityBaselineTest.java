package org.mammoflow.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A network must look at structure: brightness alone must not tell positive from negative. */
class IntensityBaselineTest {

    @Test
    void logistic_regression_on_global_intensity_stays_below_three_quarters() {
        assertThat(crossValidatedAccuracy(96)).isLessThan(0.75);
    }

    @Test
    @Tag("long")
    void logistic_regression_on_many_images_stays_below_three_quarters() {
        double accuracy = crossValidatedAccuracy(1200);
        System.out.printf("logistic regression on global intensity statistics: %.3f%n", accuracy);
        assertThat(accuracy).isLessThan(0.75);
    }

    private static double crossValidatedAccuracy(int images) {
        double[][] features = new double[images][];
        int[] labels = new int[images];
        IntStream.range(0, images).parallel().forEach(i -> {
            labels[i] = i % 2;
            Cohort cohort = new Cohort(i);
            Breast breast = cohort.breast((i & 4) == 0 ? Side.LEFT : Side.RIGHT, i % 2 == 1, (i & 2) == 0);
            View view = (i & 8) == 0 ? View.CC : View.MLO;
            features[i] = statistics(Phantom.image(
                    breast, cohort.exposure(breast, view, cohort.detector().scaled(0.125))));
        });
        return new LogisticRegression(features, labels).crossValidatedAccuracy(5);
    }

    /** Area, mean, spread, skewness and quantiles of the grey within the breast, marker left out. */
    private static double[] statistics(PhantomImage image) {
        double[] greys = IntStream.range(0, image.samples().length)
                .filter(i -> i / image.columns() > image.rows() / 8)
                .mapToDouble(i -> PhantomTest.brightness(image, i % image.columns(), i / image.columns()))
                .filter(grey -> grey > 0.08)
                .sorted()
                .toArray();
        double mean = Arrays.stream(greys).average().orElseThrow();
        double spread = Math.sqrt(moment(greys, mean, 2));
        double[] quantiles = {0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1};
        double[] features = new double[quantiles.length + 5];
        features[0] = greys.length / (double) image.samples().length;
        features[1] = mean;
        features[2] = spread;
        features[3] = moment(greys, mean, 3) / Math.pow(spread, 3);
        features[4] = moment(greys, mean, 4) / Math.pow(spread, 4);
        for (int i = 0; i < quantiles.length; i++) {
            features[5 + i] = greys[(int) (quantiles[i] * (greys.length - 1))];
        }
        return features;
    }

    private static double moment(double[] greys, double mean, int power) {
        return Arrays.stream(greys)
                .map(grey -> Math.pow(grey - mean, power))
                .average()
                .orElseThrow();
    }
}
