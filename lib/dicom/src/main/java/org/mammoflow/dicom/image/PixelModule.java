package org.mammoflow.dicom.image;

import static org.mammoflow.dicom.image.UnreadablePixels.because;

import java.util.Set;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Dictionary;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;
import org.mammoflow.dicom.image.codec.SampleGrid;

/**
 * The Image Pixel Module (PS3.3 C.7.6.3) of a grey image, checked: rows and columns from 1 to {@link #MAX_SIDE}, 8 or 16 bits allocated,
 * bits stored within them, high bit one less.
 *
 * @param numberOfFrames 1 to {@link #MAX_FRAMES}
 */
public record PixelModule(
        int rows,
        int columns,
        int bitsAllocated,
        int bitsStored,
        boolean signed,
        String photometricInterpretation,
        int numberOfFrames) {

    public static final int MAX_SIDE = 12_000;
    public static final int MAX_FRAMES = 10_000;

    private static final Set<String> GREY = Set.of("MONOCHROME1", "MONOCHROME2");

    /**
     * Reads and checks the module.
     *
     * @throws UnreadablePixels when an attribute is missing, out of range or contradicts another
     */
    public static PixelModule of(Attributes attributes) {
        int rows = side(attributes, Tag.Rows);
        int columns = side(attributes, Tag.Columns);
        requireOne(attributes, Tag.SamplesPerPixel);
        String photometric = photometric(attributes);
        int allocated = bits(attributes, Tag.BitsAllocated);
        int stored = bits(attributes, Tag.BitsStored);
        int high = bits(attributes, Tag.HighBit);
        int representation = bits(attributes, Tag.PixelRepresentation);
        requireBits(allocated, stored, high, representation);
        return new PixelModule(rows, columns, allocated, stored, representation == 1, photometric, frames(attributes));
    }

    public boolean isMonochrome1() {
        return photometricInterpretation.equals("MONOCHROME1");
    }

    /** Bytes of one frame that is not compressed. */
    public int frameBytes() {
        return Math.multiplyExact(Math.multiplyExact(rows, columns), bitsAllocated / 8);
    }

    /** This module, when it has only one frame. */
    public PixelModule requireSingleFrame() {
        if (numberOfFrames != 1) {
            throw because(
                    Reason.FRAMES_OUT_OF_RANGE, "%s is %d, one is allowed", name(Tag.NumberOfFrames), numberOfFrames);
        }
        return this;
    }

    SampleGrid grid() {
        return new SampleGrid(rows, columns, bitsAllocated, bitsStored, signed);
    }

    private static int side(Attributes attributes, int tag) {
        int value = attributes
                .integer(tag)
                .orElseThrow(() -> because(Reason.ROWS_OR_COLUMNS_OUT_OF_RANGE, "%s has no value", name(tag)));
        if (value < 1 || value > MAX_SIDE) {
            throw because(Reason.ROWS_OR_COLUMNS_OUT_OF_RANGE, "%s is %d, allowed 1 to %d", name(tag), value, MAX_SIDE);
        }
        return value;
    }

    private static void requireOne(Attributes attributes, int tag) {
        int value = attributes.integer(tag).orElse(0);
        if (value != 1) {
            throw because(Reason.NOT_GREY, "%s is %d, expected 1", name(tag), value);
        }
    }

    private static String photometric(Attributes attributes) {
        String value = attributes.string(Tag.PhotometricInterpretation).orElse("");
        if (!GREY.contains(value)) {
            throw because(
                    Reason.NOT_GREY, "%s is neither MONOCHROME1 nor MONOCHROME2", name(Tag.PhotometricInterpretation));
        }
        return value;
    }

    private static int bits(Attributes attributes, int tag) {
        return attributes
                .integer(tag)
                .orElseThrow(() -> because(Reason.BITS_CONTRADICTORY, "%s has no value", name(tag)));
    }

    private static void requireBits(int allocated, int stored, int high, int representation) {
        require(allocated == 8 || allocated == 16, Tag.BitsAllocated, allocated, "8 or 16");
        require(stored >= 1 && stored <= allocated, Tag.BitsStored, stored, "1 to Bits Allocated");
        require(high == stored - 1, Tag.HighBit, high, "Bits Stored - 1");
        require(representation == 0 || representation == 1, Tag.PixelRepresentation, representation, "0 or 1");
    }

    private static void require(boolean rule, int tag, int value, String expected) {
        if (!rule) {
            throw because(Reason.BITS_CONTRADICTORY, "%s is %d, expected %s", name(tag), value, expected);
        }
    }

    private static int frames(Attributes attributes) {
        if (attributes.string(Tag.NumberOfFrames).isEmpty()) {
            return 1;
        }
        int frames = attributes.integer(Tag.NumberOfFrames).orElse(0);
        if (frames < 1 || frames > MAX_FRAMES) {
            throw because(
                    Reason.FRAMES_OUT_OF_RANGE,
                    "%s is not a number from 1 to %d",
                    name(Tag.NumberOfFrames),
                    MAX_FRAMES);
        }
        return frames;
    }

    private static String name(int tag) {
        return Dictionary.describe(tag);
    }
}
