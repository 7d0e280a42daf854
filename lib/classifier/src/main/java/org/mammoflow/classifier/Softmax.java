package org.mammoflow.classifier;

/** Logits to probabilities. */
final class Softmax {

    private Softmax() {}

    /**
     * @param temperature above 0; 1 leaves the network's own confidence, more makes it humbler
     * @return each 0 to 1, together 1
     */
    static float[] of(float[] logits, double temperature) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double[] powers = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            powers[i] = StrictMath.exp((logits[i] - highest) / temperature);
            sum += powers[i];
        }
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (powers[i] / sum);
        }
        return probabilities;
    }
}
