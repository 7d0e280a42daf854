package org.mammoflow.classifier.pixels;

import java.nio.ShortBuffer;
import org.mammoflow.classifier.GreyImage;

/**
 * A first look at a few rows: which half is brighter. Blocks start on that side, so that an image and its mirror image
 * have the same blocks even if their width is no multiple of a block's.
 */
final class BrighterHalf {

    private static final int ROWS_APART = 32;

    private BrighterHalf() {}

    static boolean isRight(GreyImage image) {
        ShortBuffer samples = image.samples();
        short[] row = new short[image.columns()];
        long rightMinusLeft = 0;
        for (int y = ROWS_APART / 2 % image.rows(); y < image.rows(); y += ROWS_APART) {
            samples.get(samples.position() + y * row.length, row);
            rightMinusLeft += rightMinusLeft(row, image.grey());
        }
        return rightMinusLeft > 0;
    }

    private static long rightMinusLeft(short[] row, char[] grey) {
        long difference = 0;
        for (int x = 0; x < row.length / 2; x++) {
            difference += light(grey[row[row.length - 1 - x] & 0xFFFF]) - light(grey[row[x] & 0xFFFF]);
        }
        return difference;
    }

    private static int light(char grey) {
        return grey == GreyImage.PADDING ? 0 : grey;
    }
}
