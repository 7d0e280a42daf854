package org.mammoflow.dicom.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Splits, trims and cleans decoded text, and joins and pads text to be encoded (PS3.5 6.2, 6.4). */
final class TextValues {

    private TextValues() {}

    static List<String> decode(byte[] value, Vr vr, SpecificCharacterSet characterSet) {
        byte[] unpadded = unpadded(value);
        if (unpadded.length == 0) {
            return List.of();
        }
        String text = characterSet.decode(unpadded, vr);
        Stream<String> values = vr.isSeparated() ? Arrays.stream(text.split("\\\\", -1)) : Stream.of(text);
        return values.map(each -> clean(each, vr)).toList();
    }

    static byte[] encode(List<String> values, Vr vr, SpecificCharacterSet characterSet) {
        return padded(characterSet.encode(String.join("\\", values), vr), vr);
    }

    static byte[] padded(byte[] value, Vr vr) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = vr.padding();
        return even;
    }

    private static byte[] unpadded(byte[] value) {
        int end = value.length;
        while (end > 0 && (value[end - 1] == 0 || value[end - 1] == ' ')) {
            end--;
        }
        return end == value.length ? value : Arrays.copyOf(value, end);
    }

    private static String clean(String value, Vr vr) {
        String trimmed = vr.isParagraph() || vr == Vr.UC || vr == Vr.UR ? value.stripTrailing() : trimmed(value);
        StringBuilder clean = new StringBuilder(trimmed);
        for (int i = 0; i < clean.length(); i++) {
            if (Character.isISOControl(clean.charAt(i)) && !(vr.isParagraph() && isLayout(clean.charAt(i)))) {
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean.toString();
    }

    /** Only blanks: a line end or a NUL inside is no padding and must be seen. */
    private static String trimmed(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && value.charAt(start) == ' ') {
            start++;
        }
        while (end > start && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isLayout(char control) {
        return control == '\t' || control == '\n' || control == '\f' || control == '\r';
    }
}
