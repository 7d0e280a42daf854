package org.mammoflow.classifier.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.mammoflow.classifier.GreyImage;

/**
 * A synthetic 12-bit picture and the ways in which the same picture can be stored.
 *
 * @param values rows × columns, 0 (black) to 4095
 */
record Picture(int rows, int columns, int[] values) {

    interface Formula {
        int at(int y, int x);
    }

    static final int WHITE = 4095;

    static Picture of(int rows, int columns, Formula formula) {
        int[] values = new int[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(Math.max(formula.at(i / columns, i % columns), 0), WHITE);
        }
        return new Picture(rows, columns, values);
    }

    /** A textured half ellipse, chest wall at the left rim, a sixth of the height dark above and below. */
    static Picture breast(int rows, int columns) {
        return of(rows, columns, (y, x) -> {
            double u = x / (0.6 * columns);
            double v = (y - rows / 2.0) / (rows / 3.0);
            int texture = (y * 7919 + x * 104729) % 512 + (y / 40 * 31 + x / 40 * 17) % 7 * 100;
            return u * u + v * v < 1 ? 1500 + (int) (700 * (1 - u)) + texture : 20 + (y + x) % 5;
        });
    }

    Picture with(int top, int left, int height, int width, int value) {
        return of(
                rows,
                columns,
                (y, x) -> y >= top && y < top + height && x >= left && x < left + width ? value : at(y, x));
    }

    Picture mirrored() {
        return of(rows, columns, (y, x) -> at(y, columns - 1 - x));
    }

    int at(int y, int x) {
        return values[y * columns + x];
    }

    GreyImage stored() {
        return image(value -> (short) value, pattern -> Math.min(pattern, WHITE));
    }

    GreyImage storedInverted() {
        return image(value -> (short) (WHITE - value), pattern -> WHITE - Math.min(pattern, WHITE));
    }

    GreyImage storedIn16Bits() {
        return image(value -> (short) (value << 4), pattern -> pattern >> 4);
    }

    /** With everything outside the breast stored as a padding value that shows white. */
    GreyImage storedWithPadding(int below, int paddingPattern) {
        GreyImage image =
                image(value -> (short) (value < below ? paddingPattern : value), pattern -> Math.min(pattern, WHITE));
        image.grey()[paddingPattern] = GreyImage.PADDING;
        return image;
    }

    private interface Store {
        short pattern(int value);
    }

    private interface Show {
        int value(int pattern);
    }

    private GreyImage image(Store store, Show show) {
        ShortBuffer samples = ByteBuffer.allocateDirect(2 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        for (int i = 0; i < values.length; i++) {
            samples.put(i, store.pattern(values[i]));
        }
        char[] grey = new char[1 << 16];
        for (int pattern = 0; pattern < grey.length; pattern++) {
            grey[pattern] = (char) (show.value(pattern) * 0xFFFEL / WHITE);
        }
        return new GreyImage(rows, columns, samples.asReadOnlyBuffer(), grey);
    }
}
