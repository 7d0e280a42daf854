package org.mammoflow.dicom.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The value of an element as text, numbers or bytes, in the character set around it. */
record ElementContent(Element element, Supplier<SpecificCharacterSet> characterSet) {

    List<String> texts() {
        if (element.value() instanceof Value.Text text) {
            return text.values();
        }
        return element.value() instanceof Value.Bytes raw ? texts(raw.bytes(), element.meaning()) : List.of();
    }

    private List<String> texts(byte[] bytes, Vr vr) {
        if (vr.isInteger()) {
            return BinaryNumbers.integers(bytes, vr)
                    .mapToObj(number -> shown(number, vr))
                    .toList();
        }
        if (vr.isNumeric()) {
            return BinaryNumbers.decimals(bytes, vr).stream()
                    .map(Object::toString)
                    .toList();
        }
        return vr.isText() || vr == Vr.UN ? TextValues.decode(bytes, vr, characterSetFor(vr)) : List.of();
    }

    private static String shown(long number, Vr vr) {
        return switch (vr) {
            case AT -> "%08X".formatted(number);
            case UV -> Long.toUnsignedString(number);
            default -> Long.toString(number);
        };
    }

    /** None when one of them is no whole number. */
    List<Long> longs() {
        if (!element.meaning().isText() && element.value() instanceof Value.Bytes raw) {
            return BinaryNumbers.integers(raw.bytes(), element.meaning())
                    .boxed()
                    .toList();
        }
        List<String> texts = texts();
        List<Long> numbers = new ArrayList<>();
        for (String text : texts) {
            NumberStrings.integer(text).ifPresent(numbers::add);
        }
        return numbers.size() == texts.size() ? numbers : List.of();
    }

    /** None when one of them has more than 32 bits. */
    List<Integer> integers() {
        List<Long> numbers = longs();
        boolean fit = element.meaning() == Vr.AT || numbers.stream().allMatch(number -> number == number.intValue());
        return fit ? numbers.stream().map(Long::intValue).collect(Collectors.toList()) : List.of();
    }

    /** NaN where there is no number. */
    List<Double> decimals() {
        if (!element.meaning().isText() && element.value() instanceof Value.Bytes raw) {
            return BinaryNumbers.decimals(raw.bytes(), element.meaning());
        }
        return texts().stream()
                .map(text -> NumberStrings.decimal(text).orElse(Double.NaN))
                .toList();
    }

    /** None for sequences, fragments and bulk data. */
    byte[] bytes() {
        if (element.value() instanceof Value.Bytes raw) {
            return raw.bytes();
        }
        return element.value() instanceof Value.Text text ? encoded(text.values()) : new byte[0];
    }

    private byte[] encoded(List<String> values) {
        try {
            return TextValues.encode(values, element.vr(), characterSetFor(element.vr()));
        } catch (IllegalArgumentException e) {
            String remedy = ": " + e.getMessage() + "; set (0008,0005) SpecificCharacterSet to ISO_IR 192";
            throw new IllegalArgumentException(Dictionary.describe(element.tag()) + remedy, e);
        }
    }

    private SpecificCharacterSet characterSetFor(Vr vr) {
        return vr.usesCharacterSet() || vr == Vr.UN ? characterSet.get() : SpecificCharacterSet.DEFAULT;
    }
}
