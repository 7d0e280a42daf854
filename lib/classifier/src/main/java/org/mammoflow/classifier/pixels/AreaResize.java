package org.mammoflow.classifier.pixels;

import java.util.Arrays;

/** Resizes a square by area: an output pixel is the mean of what lies below it, shares of input pixels included. */
final class AreaResize {

    private final int from;
    private final int to;

    AreaResize(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param square from × from values, row by row
     * @return to × to values, row by row
     */
    float[] apply(float[] square) {
        float[] resized = new float[to * to];
        float[] line = new float[from];
        for (int y = 0; y < to; y++) {
            meanOfRows(square, y, line);
            meanOfColumns(line, resized, y * to);
        }
        return resized;
    }

    // Positions are in units of 1/to of an input pixel, so that all borders are integers.

    private void meanOfRows(float[] square, int outRow, float[] line) {
        Arrays.fill(line, 0);
        int end = (outRow + 1) * from;
        for (int position = outRow * from; position < end; ) {
            int row = position / to;
            int stop = Math.min(end, (row + 1) * to);
            addRow(square, row * from, (float) (stop - position) / from, line);
            position = stop;
        }
    }

    private static void addRow(float[] square, int start, float weight, float[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] += weight * square[start + x];
        }
    }

    private void meanOfColumns(float[] line, float[] out, int start) {
        int position = 0;
        int column = 0;
        for (int x = 0; x < to; x++) {
            int end = (x + 1) * from;
            float sum = 0;
            while (position < end) {
                int stop = Math.min(end, (column + 1) * to);
                sum += line[column] * (stop - position);
                column += stop == (column + 1) * to ? 1 : 0;
                position = stop;
            }
            out[start + x] = sum / from;
        }
    }
}
