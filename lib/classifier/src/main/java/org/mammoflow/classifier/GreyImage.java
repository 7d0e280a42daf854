package org.mammoflow.classifier;

import java.nio.ShortBuffer;

/**
 * One frame as it is stored, and how to show it: the only thing that the classifier knows of a mammogram.
 *
 * @param rows height in pixels, above 0
 * @param columns width in pixels, above 0
 * @param samples rows × columns stored values as 16-bit patterns, row by row from the top left; may be a view of a
 *     mapped file, therefore never changed and never copied whole
 * @param grey 65,536 entries: the 16-bit pattern of a stored value → display grey from 0 (black) to 65,534 (white),
 *     after modality LUT, VOI and inversion, in this order; {@link #PADDING} for padding, which counts nowhere
 */
public record GreyImage(int rows, int columns, ShortBuffer samples, char[] grey) {

    /** Stands in {@link #grey} for stored values that are no image: pixel padding (PS3.3 C.7.5.1.1.2). */
    public static final char PADDING = 0xFFFF;

    public GreyImage {
        if (rows < 1 || columns < 1 || (long) rows * columns > samples.remaining()) {
            throw new IllegalArgumentException(
                    "an image of " + rows + " × " + columns + " cannot have " + samples.remaining() + " samples");
        }
        if (grey.length != 1 << 16) {
            throw new IllegalArgumentException("the grey table needs 65,536 entries, not " + grey.length);
        }
    }
}
