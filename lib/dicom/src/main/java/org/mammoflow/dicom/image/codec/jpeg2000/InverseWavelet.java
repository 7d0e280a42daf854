package org.mammoflow.dicom.image.codec.jpeg2000;

import org.mammoflow.dicom.image.codec.BadCodestream;

/**
 * The inverse wavelet transformation of a tile in place (Annex F), from the smallest resolution up: at each level first the rows, then
 * the columns. Both go in strips of neighbouring lines, so that every step of the lifting runs along contiguous memory.
 */
final class InverseWavelet {
    private static final int STRIP = 64;

    private final Tile tile;
    private final Lifting lifting;
    private final int stride;

    InverseWavelet(Tile tile, boolean reversible) {
        this.tile = tile;
        this.lifting = reversible ? Lifting.REVERSIBLE_5_3 : Lifting.IRREVERSIBLE_9_7;
        this.stride = tile.area().width();
    }

    void transform(int[] plane) {
        int[][] lines = new int[Math.max(tile.area().width(), tile.area().height())][STRIP];
        for (int r = 1; r < tile.resolutions().size(); r++) {
            Area area = tile.resolutions().get(r).area();
            if (!area.isEmpty()) {
                transformRows(plane, area, lines);
                transformColumns(plane, area, lines);
            }
        }
    }

    private void transformRows(int[] plane, Area area, int[][] lines) {
        int odd = area.left() & 1;
        int low = (area.width() + 1 - odd) / 2;
        for (int top = 0; top < area.height(); top += STRIP) {
            BadCodestream.stopIfInterrupted();
            int count = Math.min(STRIP, area.height() - top);
            for (int y = 0; y < count; y++) {
                int row = (top + y) * stride;
                for (int x = 0; x < area.width(); x++) {
                    lines[place(x, low, odd)][y] = plane[row + x];
                }
            }
            lifting.invert(lines, area.width(), odd);
            for (int y = 0; y < count; y++) {
                int row = (top + y) * stride;
                for (int x = 0; x < area.width(); x++) {
                    plane[row + x] = lines[x][y];
                }
            }
        }
    }

    private void transformColumns(int[] plane, Area area, int[][] lines) {
        int odd = area.top() & 1;
        int low = (area.height() + 1 - odd) / 2;
        for (int left = 0; left < area.width(); left += STRIP) {
            BadCodestream.stopIfInterrupted();
            int count = Math.min(STRIP, area.width() - left);
            for (int y = 0; y < area.height(); y++) {
                System.arraycopy(plane, y * stride + left, lines[place(y, low, odd)], 0, count);
            }
            lifting.invert(lines, area.height(), odd);
            for (int y = 0; y < area.height(); y++) {
                System.arraycopy(lines[y], 0, plane, y * stride + left, count);
            }
        }
    }

    /** Where the sample at a place of the subbands (low-pass first) comes to lie between the others. */
    private static int place(int index, int low, int odd) {
        return index < low ? 2 * index + odd : 2 * (index - low) + 1 - odd;
    }
}
