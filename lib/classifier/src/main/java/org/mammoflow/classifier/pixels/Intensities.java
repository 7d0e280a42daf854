package org.mammoflow.classifier.pixels;

/**
 * Global statistics of a tensor, as a network's card limits them.
 *
 * @param breastShare of the tensor that is breast, 0 to 1
 * @param mean of the breast's normalised values
 * @param deviation standard deviation of the same
 */
public record Intensities(double breastShare, double mean, double deviation) {

    /** Above what is not breast, which is exactly black. */
    private static final float MARGIN = 1e-5f;

    /**
     * Measures a tensor.
     *
     * @param mean that its values were normalised with
     * @param std likewise
     */
    public static Intensities of(InputTensor tensor, float mean, float std) {
        float black = -mean / std + MARGIN;
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (float value : tensor.values()) {
            if (value > black) {
                count++;
                sum += value;
                squares += (double) value * value;
            }
        }
        double average = sum / count;
        double variance = Math.max(squares / count - average * average, 0);
        return new Intensities((double) count / tensor.values().length, average, Math.sqrt(variance));
    }
}
