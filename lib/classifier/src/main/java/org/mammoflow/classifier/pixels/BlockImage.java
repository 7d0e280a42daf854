package org.mammoflow.classifier.pixels;

import org.mammoflow.classifier.GreyImage;

/**
 * A grey image reduced to the means of square blocks; whatever is at the right and lower rim of the last full block is
 * a smaller block.
 *
 * @param edge pixels of the original image along a block
 * @param means rows × columns display greys, {@link GreyImage#PADDING} for a block of nothing but padding
 */
record BlockImage(int rows, int columns, int edge, char[] means) {

    /** The same image in blocks several times as wide; padding counts as black, which is what stands around a breast. */
    BlockImage coarser(int factor) {
        int coarseRows = (rows + factor - 1) / factor;
        int coarseColumns = (columns + factor - 1) / factor;
        char[] coarse = new char[coarseRows * coarseColumns];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = mean(i / coarseColumns * factor, i % coarseColumns * factor, factor);
        }
        return new BlockImage(coarseRows, coarseColumns, edge * factor, coarse);
    }

    private char mean(int top, int left, int side) {
        int right = Math.min(left + side, columns);
        int bottom = Math.min(top + side, rows);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                char value = means[y * columns + x];
                sum += value == GreyImage.PADDING ? 0 : value;
            }
        }
        return (char) (sum / ((bottom - top) * (right - left)));
    }

    /** How many blocks have each grey, padding excepted. */
    int[] histogram() {
        int[] histogram = new int[GreyImage.PADDING];
        for (char mean : means) {
            if (mean != GreyImage.PADDING) {
                histogram[mean]++;
            }
        }
        return histogram;
    }
}
