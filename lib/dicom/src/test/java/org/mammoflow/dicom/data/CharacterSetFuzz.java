package org.mammoflow.dicom.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The first byte is the length of Specific Character Set, which follows; the others are text. */
public final class CharacterSetFuzz {

    private CharacterSetFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int end = Math.min(input.length, 1 + (input[0] & 0x3F));
        String terms = new String(input, 1, end - 1, StandardCharsets.ISO_8859_1);
        SpecificCharacterSet characterSet = SpecificCharacterSet.of(List.of(terms.split("\\\\", -1)));
        byte[] text = Arrays.copyOfRange(input, end, input.length);
        for (Vr vr : new Vr[] {Vr.PN, Vr.LO, Vr.LT}) {
            for (String value : TextValues.decode(text, vr, characterSet)) {
                PersonName.parse(value).formatted();
                checkEncodable(value, vr, characterSet);
            }
        }
    }

    /** What was decoded without loss is encoded to bytes that say the same. */
    private static void checkEncodable(String value, Vr vr, SpecificCharacterSet characterSet) {
        byte[] encoded;
        try {
            encoded = TextValues.encode(List.of(value), vr, characterSet);
        } catch (IllegalArgumentException lost) {
            return;
        }
        String again = String.join("\\", TextValues.decode(encoded, vr, characterSet));
        if (!again.equals(value) && !value.isEmpty()) {
            throw new AssertionError("decodes something else than it encoded");
        }
    }
}
