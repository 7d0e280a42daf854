package org.mammoflow.classifier.pixels;

import org.mammoflow.classifier.GreyImage;

/**
 * Grey to 0…1 so that the 1st percentile of the breast becomes 0 and the 99.5th becomes 1.
 *
 * @param low grey that becomes 0, below {@code high}
 */
record Stretch(int low, int high) {

    /**
     * @param histogram of the breast's blocks, at least one
     */
    static Stretch of(int[] histogram) {
        long total = 0;
        for (int count : histogram) {
            total += count;
        }
        int low = percentile(histogram, total / 100);
        return new Stretch(low, Math.max(percentile(histogram, total - 1 - total / 200), low + 1));
    }

    private static int percentile(int[] histogram, long rank) {
        long seen = 0;
        for (int grey = 0; grey < histogram.length; grey++) {
            seen += histogram[grey];
            if (seen > rank) {
                return grey;
            }
        }
        throw new IllegalArgumentException("an empty histogram has no percentiles");
    }

    /** For each grey what becomes of it: a look-up for each block is cheaper than a division. */
    float[] table() {
        float[] table = new float[GreyImage.PADDING];
        for (int grey = 0; grey < table.length; grey++) {
            table[grey] = apply((char) grey);
        }
        return table;
    }

    private float apply(char grey) {
        float stretched = (float) (grey - low) / (high - low);
        return Math.min(Math.max(stretched, 0), 1);
    }
}
