package org.mammoflow.dicom.image;

import java.nio.ShortBuffer;

/**
 * The samples of one frame.
 *
 * @param samples rows × columns stored values as 16-bit patterns, row by row from the top left: zero-extended when unsigned,
 *     sign-extended when signed, whatever the file has in its unused bits. Read only; may be a view of the mapped file
 * @param bitsStored 1 to 16
 */
public record Frame(int rows, int columns, ShortBuffer samples, int bitsStored, boolean signed) {

    /** The stored value at a place, as the number that it stands for. */
    public int value(int row, int column) {
        return valueOf(samples.get(row * columns + column));
    }

    /** The range of values in use, {@code padding} left out; an image of nothing but padding uses the range of the padding. */
    public StoredRange usedRange(PixelPadding padding) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        short[] line = new short[columns];
        for (int row = 0; row < rows; row++) {
            samples.get(row * columns, line);
            for (short pattern : line) {
                int value = valueOf(pattern);
                if (!padding.contains(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        return lowest > highest ? padding.range() : new StoredRange(lowest, highest);
    }

    private int valueOf(short pattern) {
        return signed ? pattern : pattern & 0xFFFF;
    }
}
