package org.mammoflow.phantom;

/** Plain logistic regression with a little weight decay, by gradient descent on standardised features. */
final class LogisticRegression {
    private final double[][] features;
    private final int[] labels;

    LogisticRegression(double[][] features, int[] labels) {
        this.features = standardised(features);
        this.labels = labels;
    }

    private static double[][] standardised(double[][] raw) {
        int columns = raw[0].length;
        double[][] result = new double[raw.length][columns + 1];
        for (int column = 0; column < columns; column++) {
            double mean = 0;
            double squares = 0;
            for (double[] row : raw) {
                mean += row[column] / raw.length;
                squares += row[column] * row[column] / raw.length;
            }
            double spread = Math.sqrt(Math.max(1e-12, squares - mean * mean));
            for (int row = 0; row < raw.length; row++) {
                result[row][column] = (raw[row][column] - mean) / spread;
                result[row][columns] = 1;
            }
        }
        return result;
    }

    double crossValidatedAccuracy(int folds) {
        int right = 0;
        for (int fold = 0; fold < folds; fold++) {
            double[] weights = train(fold, folds);
            for (int i = 0; i < labels.length; i++) {
                if (fold(i, folds) == fold && (probability(weights, features[i]) > 0.5) == (labels[i] == 1)) {
                    right++;
                }
            }
        }
        return right / (double) labels.length;
    }

    private static int fold(int row, int folds) {
        return row / 2 % folds;
    }

    private double[] train(int leftOut, int folds) {
        double[] weights = new double[features[0].length];
        for (int step = 0; step < 3000; step++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < labels.length; i++) {
                if (fold(i, folds) != leftOut) {
                    double error = probability(weights, features[i]) - labels[i];
                    for (int k = 0; k < weights.length; k++) {
                        gradient[k] += error * features[i][k] / labels.length;
                    }
                }
            }
            for (int k = 0; k < weights.length; k++) {
                weights[k] -= 0.5 * (gradient[k] + 1e-4 * weights[k]);
            }
        }
        return weights;
    }

    private static double probability(double[] weights, double[] row) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * row[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
