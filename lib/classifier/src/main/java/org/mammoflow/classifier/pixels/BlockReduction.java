package org.mammoflow.classifier.pixels;

import java.nio.ShortBuffer;
import java.util.Arrays;
import org.mammoflow.classifier.GreyImage;

/**
 * Reads every sample of an image once and keeps the means of square blocks.
 *
 * <p>An entry of the table counts and sums at a time: the upper 8 bits count pixels, the lower 24 sum greys, and padding
 * adds nothing to either. Blocks of at most 15 × 15 pixels cannot overflow: 225 × 65,534 lies below 2^24.
 */
final class BlockReduction {

    static final int MAX_EDGE = 15;
    private static final int ONE_PIXEL = 1 << 24;
    private static final int SUM = ONE_PIXEL - 1;

    private final GreyImage image;
    private final int edge;
    private final boolean mirrored;
    private final int[] countAndSum;
    private final short[] row;
    private final short[] nextRow;
    private final int[] columnSums;

    /**
     * @param edge pixels along a block, 1 to {@link #MAX_EDGE}
     * @param mirrored whether the blocks start at the right rim and run to the left
     */
    BlockReduction(GreyImage image, int edge, boolean mirrored) {
        this.image = image;
        this.edge = edge;
        this.mirrored = mirrored;
        this.countAndSum = countAndSum(image.grey());
        this.row = new short[image.columns()];
        this.nextRow = new short[image.columns()];
        this.columnSums = new int[image.columns()];
    }

    private static int[] countAndSum(char[] grey) {
        int[] table = new int[grey.length];
        for (int i = 0; i < grey.length; i++) {
            table[i] = grey[i] == GreyImage.PADDING ? 0 : ONE_PIXEL | grey[i];
        }
        return table;
    }

    BlockImage blocks() {
        int rows = blocksAlong(image.rows());
        int columns = blocksAlong(image.columns());
        char[] means = new char[rows * columns];
        ShortBuffer samples = image.samples().duplicate();
        for (int y = 0; y < rows; y++) {
            sumColumns(samples, y * edge, Math.min((y + 1) * edge, image.rows()));
            for (int x = 0; x < columns; x++) {
                means[y * columns + x] = mean(x * edge, Math.min((x + 1) * edge, image.columns()));
            }
        }
        return new BlockImage(rows, columns, edge, means);
    }

    private int blocksAlong(int pixels) {
        return (pixels + edge - 1) / edge;
    }

    private void sumColumns(ShortBuffer samples, int from, int to) {
        Arrays.fill(columnSums, 0);
        int y = from;
        for (; y + 1 < to; y += 2) {
            samples.get(samples.position() + y * row.length, row);
            samples.get(samples.position() + (y + 1) * row.length, nextRow);
            addRows(row, nextRow, countAndSum, columnSums);
        }
        if (y < to) {
            samples.get(samples.position() + y * row.length, row);
            addRow(row, countAndSum, columnSums);
        }
    }

    /** The inner loop of the whole pipeline: local arrays only, so that the compiler keeps them in registers. */
    private static void addRows(short[] row, short[] nextRow, int[] countAndSum, int[] columnSums) {
        for (int x = 0; x < row.length; x++) {
            columnSums[x] += countAndSum[row[x] & 0xFFFF] + countAndSum[nextRow[x] & 0xFFFF];
        }
    }

    private static void addRow(short[] row, int[] countAndSum, int[] columnSums) {
        for (int x = 0; x < row.length; x++) {
            columnSums[x] += countAndSum[row[x] & 0xFFFF];
        }
    }

    private char mean(int from, int to) {
        int total = 0;
        int end = mirrored ? columnSums.length - from : to;
        for (int x = end - (to - from); x < end; x++) {
            total += columnSums[x];
        }
        int count = total >>> 24;
        return count == 0 ? GreyImage.PADDING : (char) ((total & SUM) / count);
    }
}
