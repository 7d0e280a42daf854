package org.mammoflow.dicom.image;

import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

/**
 * How stored values become display greys (PS3.3 C.11): modality transformation, values of interest, then inversion for MONOCHROME1 or
 * Presentation LUT Shape INVERSE.
 *
 * <p>Of several transformations the first VOI LUT is preferred, as it is the curve that the manufacturer made for the image, then the
 * first window whose numbers are usable. Without any, the range of values in use is shown from black to white. Broken attributes never
 * fail: a modality LUT without entries or a slope that is 0 or no number counts as absent, so do VOI LUTs without entries and windows
 * whose width their function does not allow; look-ups beyond a table's ends give its first or last entry.
 */
public final class GreyScale {
    /** Stands in a table for stored values that are no image. */
    public static final char PADDING = 0xFFFF;

    /** The brightest display grey. */
    public static final int WHITE = 0xFFFE;

    private final StoredBits bits;
    private final ModalityTransformation modality;
    private final List<VoiTransformation> choices;
    private final PixelPadding padding;
    private final boolean inverted;

    private GreyScale(
            StoredBits bits,
            ModalityTransformation modality,
            List<VoiTransformation> choices,
            PixelPadding padding,
            boolean inverted) {
        this.bits = bits;
        this.modality = modality;
        this.choices = choices;
        this.padding = padding;
        this.inverted = inverted;
    }

    /** @throws UnreadablePixels when the pixel module is not that of a grey image */
    public static GreyScale of(Attributes attributes) {
        PixelModule module = PixelModule.of(attributes);
        GreyScaleAttributes read = new GreyScaleAttributes(attributes, StoredBits.of(module));
        return new GreyScale(
                StoredBits.of(module), read.modality(), read.choices(), read.padding(), inverted(attributes, module));
    }

    /** Presentation LUT Shape says the same as Photometric Interpretation; where the two contradict, it is the more specific one. */
    private static boolean inverted(Attributes attributes, PixelModule module) {
        return attributes
                .string(Tag.PresentationLUTShape)
                .map(shape -> shape.equals("INVERSE"))
                .orElse(module.isMonochrome1());
    }

    public ModalityTransformation modality() {
        return modality;
    }

    /** What the image offers to choose from, the preferred one first; may be empty. */
    public List<VoiTransformation> choices() {
        return choices;
    }

    public PixelPadding padding() {
        return padding;
    }

    public boolean isInverted() {
        return inverted;
    }

    /** The table with the image's preferred transformation; the frame is looked at only when it offers none. */
    public char[] table(Frame frame) {
        return choices.isEmpty() ? table(fullRange(frame.usedRange(padding))) : table(choices.get(0));
    }

    /** Shows a range of stored values from black to white. */
    public VoiTransformation fullRange(StoredRange used) {
        double one = modality.apply(used.lowest());
        double other = modality.apply(used.highest());
        return new FullRange(Math.min(one, other), Math.max(one, other));
    }

    /**
     * The table with a chosen transformation.
     *
     * @return 65,536 entries: 16-bit pattern of a stored value → display grey from 0 (black) to {@link #WHITE}, {@link #PADDING} for
     *     padding. Patterns with unused bits set get the entry of the value that they hold
     */
    public char[] table(VoiTransformation voi) {
        char[] table = new char[1 << 16];
        int values = 1 << bits.count();
        for (int pattern = 0; pattern < values; pattern++) {
            short clean = bits.clean((short) pattern);
            table[pattern] = grey(bits.signed() ? clean : clean & 0xFFFF, voi);
        }
        for (int filled = values; filled < table.length; filled += values) {
            System.arraycopy(table, 0, table, filled, values);
        }
        return table;
    }

    private char grey(int stored, VoiTransformation voi) {
        if (padding.contains(stored)) {
            return PADDING;
        }
        double brightness = voi.brightness(modality.apply(stored));
        return (char) Math.round((inverted ? 1 - brightness : brightness) * WHITE);
    }
}
