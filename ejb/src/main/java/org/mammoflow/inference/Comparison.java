package org.mammoflow.inference;

import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.NewFinding;
import org.mammoflow.finding.Scores;
import org.mammoflow.inference.ReplayView.ReplayOutcome;

/** What was recorded beside what came out again. */
record Comparison(boolean samePixels, boolean sameTensor, double largestDifference) {

    /** Between two runs, drivers or machines the same network's outputs may differ by this in log odds. */
    static final double TOLERANCE = 1e-3;

    // Below it a probability has lost the digits that its logit had.
    private static final double SMALLEST = 1e-30;

    static Comparison of(FindingView recorded, NewFinding again) {
        return new Comparison(
                recorded.evidence().pixelDigest().equals(again.evidence().pixelDigest()),
                recorded.evidence().tensorDigest().equals(again.evidence().tensorDigest()),
                difference(logOdds(recorded.scores()), logOdds(again.scores())));
    }

    ReplayOutcome outcome() {
        return samePixels && sameTensor && largestDifference <= TOLERANCE ? ReplayOutcome.SAME : ReplayOutcome.DIFFERS;
    }

    // Softmax takes a common shift away from the logits; against the first class that shift is gone on both sides.
    private static double[] logOdds(Scores scores) {
        double first = logarithm(scores.implantNegative());
        return new double[] {
            logarithm(scores.implantPositive()) - first,
            logarithm(scores.noImplantNegative()) - first,
            logarithm(scores.noImplantPositive()) - first
        };
    }

    private static double logarithm(double probability) {
        return Math.log(Math.max(probability, SMALLEST));
    }

    private static double difference(double[] one, double[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }
}
