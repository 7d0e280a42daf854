package org.mammoflow.classifier.pixels;

/**
 * Li's minimum cross entropy threshold (Li and Tam 1998) of a histogram. Beside Otsu's it lies low where the background
 * is dark, and so keeps the dim rim of the breast.
 */
final class Threshold {

    private static final int MOST_STEPS = 100;

    private final int[] histogram;

    /**
     * @param histogram how often each grey occurs, at least one grey
     */
    Threshold(int[] histogram) {
        this.histogram = histogram;
    }

    /** The grey from which on a block is foreground. */
    int value() {
        int threshold = (int) mean(0, histogram.length);
        for (int step = 0; step < MOST_STEPS; step++) {
            int next = next(threshold);
            if (next == threshold) {
                return threshold;
            }
            threshold = next;
        }
        return threshold;
    }

    private int next(int threshold) {
        double below = meanBelow(threshold) + 1;
        double above = meanFrom(threshold) + 1;
        if (above <= below) {
            return threshold;
        }
        // StrictMath: the same bits on every machine.
        return (int) ((above - below) / (StrictMath.log(above) - StrictMath.log(below)));
    }

    double meanBelow(int threshold) {
        return mean(0, threshold);
    }

    double meanFrom(int threshold) {
        return mean(threshold, histogram.length);
    }

    private double mean(int from, int to) {
        long count = 0;
        long sum = 0;
        for (int grey = from; grey < to; grey++) {
            count += histogram[grey];
            sum += (long) histogram[grey] * grey;
        }
        return count == 0 ? 0 : (double) sum / count;
    }
}
