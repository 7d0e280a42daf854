package org.mammoflow.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

/** Reads the attributes of the grey-scale transformations; what breaks their rules counts as absent. */
final class GreyScaleAttributes {
    private final Attributes attributes;
    private final StoredBits bits;

    GreyScaleAttributes(Attributes attributes, StoredBits bits) {
        this.attributes = attributes;
        this.bits = bits;
    }

    /** Modality LUT Sequence, else Rescale Slope and Intercept, else nothing (PS3.3 C.11.1). */
    ModalityTransformation modality() {
        return attributes
                .item(Tag.ModalityLUTSequence)
                .flatMap(item -> table(item, bits.signed()))
                .<ModalityTransformation>map(ModalityTransformation.Lut::new)
                .orElseGet(this::rescale);
    }

    private ModalityTransformation rescale() {
        double slope = attributes.decimal(Tag.RescaleSlope).orElse(1);
        double intercept = attributes.decimal(Tag.RescaleIntercept).orElse(0);
        boolean usable = Double.isFinite(slope) && slope != 0 && Double.isFinite(intercept);
        return usable ? new ModalityTransformation.Rescale(slope, intercept) : ModalityTransformation.Rescale.IDENTITY;
    }

    /** VOI LUTs in their order, then windows in theirs. */
    List<VoiTransformation> choices() {
        List<VoiTransformation> choices = new ArrayList<>();
        for (Attributes item : attributes.items(Tag.VOILUTSequence)) {
            table(item, startsNegative())
                    .map(table ->
                            new VoiLut(table, item.string(Tag.LUTExplanation).orElse("")))
                    .ifPresent(choices::add);
        }
        choices.addAll(windows());
        return List.copyOf(choices);
    }

    private List<VoiWindow> windows() {
        List<Double> centers = attributes.decimals(Tag.WindowCenter);
        List<Double> widths = attributes.decimals(Tag.WindowWidth);
        List<String> explanations = attributes.strings(Tag.WindowCenterWidthExplanation);
        VoiWindow.Function function =
                VoiWindow.Function.of(attributes.string(Tag.VOILUTFunction).orElse(""));
        List<VoiWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.size(), widths.size()); i++) {
            String explanation = i < explanations.size() ? explanations.get(i) : "";
            VoiWindow.of(centers.get(i), widths.get(i), function, explanation).ifPresent(windows::add);
        }
        return windows;
    }

    /** Pixel Padding Value and Range Limit, in either order (PS3.3 C.7.5.1.1.2). */
    PixelPadding padding() {
        OptionalInt value = attributes.integer(Tag.PixelPaddingValue);
        if (value.isEmpty()) {
            return PixelPadding.NONE;
        }
        int one = stored(value.getAsInt());
        int other = stored(attributes.integer(Tag.PixelPaddingRangeLimit).orElse(one));
        return new PixelPadding(Math.min(one, other), Math.max(one, other));
    }

    /** The number that the lower 16 bits stand for in this image, whether the sender wrote US or SS. */
    private int stored(int value) {
        return bits.signed() ? (short) value : value & 0xFFFF;
    }

    /** Whether what leaves the modality transformation may be negative, so that a LUT's first value is a signed number. */
    private boolean startsNegative() {
        ModalityTransformation modality = modality();
        int half = 1 << bits.count() - 1;
        int lowest = bits.signed() ? -half : 0;
        int highest = lowest + 2 * half - 1;
        return modality.apply(lowest) < 0 || modality.apply(highest) < 0;
    }

    private static Optional<LookupTable> table(Attributes item, boolean signed) {
        List<Integer> descriptor = item.integers(Tag.LUTDescriptor);
        byte[] data = item.bytes(Tag.LUTData);
        if (descriptor.size() != 3 || data.length == 0) {
            return Optional.empty();
        }
        int count = (descriptor.get(0) & 0xFFFF) == 0 ? 1 << 16 : descriptor.get(0) & 0xFFFF;
        int first = signed ? (short) (int) descriptor.get(1) : descriptor.get(1) & 0xFFFF;
        int depth = descriptor.get(2);
        char[] entries = depth <= 8 && data.length < 2 * count ? bytes(data, count) : words(data, count);
        return entries.length == 0 ? Optional.empty() : Optional.of(new LookupTable(first, entries, depth));
    }

    /** Some senders pack entries of eight bits two to a word. */
    private static char[] bytes(byte[] data, int count) {
        char[] entries = new char[Math.min(count, data.length)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (char) (data[i] & 0xFF);
        }
        return entries;
    }

    private static char[] words(byte[] data, int count) {
        char[] entries = new char[Math.min(count, data.length / 2)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (char) (data[2 * i] & 0xFF | (data[2 * i + 1] & 0xFF) << 8);
        }
        return entries;
    }
}
