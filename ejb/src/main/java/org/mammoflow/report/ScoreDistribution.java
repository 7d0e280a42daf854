package org.mammoflow.report;

import java.util.Arrays;

/**
 * How often a device's images got which score.
 *
 * @param counts of {@link #BINS} equal bins of the malignancy from 0 to 1
 */
public record ScoreDistribution(String device, long[] counts) {

    public static final int BINS = 20;

    /** The bin of a malignancy from 0 to 1; 1 itself belongs to the last. */
    static int bin(double malignancy) {
        return (int) Math.min(BINS - 1, Math.floor(malignancy * BINS));
    }

    public long total() {
        return Arrays.stream(counts).sum();
    }
}
