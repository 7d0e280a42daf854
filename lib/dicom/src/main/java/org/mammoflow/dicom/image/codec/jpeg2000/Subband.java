package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * One subband of a tile.
 *
 * @param orientation 0 LL, 1 HL (horizontally high-pass), 2 LH, 3 HH
 * @param area in the subband's own coordinates
 * @param planeLeft column in the tile's plane where it lies: low-pass left and above of high-pass, level by level
 * @param bitPlanes most that a code block may have
 * @param scale what a coefficient in half units is multiplied with; 0 for the reversible wavelet
 */
record Subband(
        int orientation,
        Area area,
        int planeLeft,
        int planeTop,
        int bitPlanes,
        float scale,
        List<CodeBlock> codeBlocks) {

    static Subband of(Area tile, int r, int orientation, CodingStyle coding, Quantization quantization) {
        int level = r == 0 ? coding.levels() : coding.levels() - r + 1;
        int right = orientation & 1;
        int below = orientation >> 1;
        Area area = new Area(
                reduced(tile.left(), level, right),
                reduced(tile.top(), level, below),
                reduced(tile.right(), level, right),
                reduced(tile.bottom(), level, below));
        Area lower = tile.reduced(level);
        int band = r == 0 ? 0 : 3 * (r - 1) + orientation;
        return new Subband(
                orientation,
                area,
                right == 0 ? 0 : lower.width(),
                below == 0 ? 0 : lower.height(),
                quantization.bitPlanes(band),
                scale(coding, quantization, band, orientation),
                new ArrayList<>());
    }

    /** Equation B-15: a high-pass coordinate is shifted by half a period before it is rounded up. */
    private static int reduced(int coordinate, int level, int high) {
        long shifted = high == 0 ? coordinate : coordinate - (1L << level - 1);
        return (int) (shifted + (1L << level) - 1 >> level);
    }

    private static float scale(CodingStyle coding, Quantization quantization, int band, int orientation) {
        if (coding.reversible()) {
            return 0;
        }
        int gain = Integer.bitCount(orientation);
        return (float) Math.scalb(quantization.step(band, gain), coding.fractionBits() - 1);
    }

    /** Puts a decoded block into the tile's plane. */
    void store(CodeBlock block, BlockDecoder decoded, int[] plane, int stride) {
        int left = planeLeft + block.area().left() - area.left();
        int top = planeTop + block.area().top() - area.top();
        int width = block.area().width();
        int[] halves = decoded.halves();
        for (int y = 0; y < block.area().height(); y++) {
            int to = (top + y) * stride + left;
            int from = y * width;
            if (scale == 0) {
                for (int x = 0; x < width; x++) {
                    plane[to + x] = halves[from + x] / 2;
                }
            } else {
                for (int x = 0; x < width; x++) {
                    plane[to + x] = Math.round(halves[from + x] * scale);
                }
            }
        }
    }
}
