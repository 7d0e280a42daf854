package org.mammoflow.dicom.data;

import java.io.IOException;

/** How element headers and numbers are laid out; the part of a transfer syntax that a nested data set may change. */
record Encoding(boolean explicitVr, boolean bigEndian) {

    static final Encoding IMPLICIT_LITTLE_ENDIAN = new Encoding(false, false);
    private static final Encoding EXPLICIT_LITTLE_ENDIAN = new Encoding(true, false);

    /**
     * What the first element shows, when it contradicts the declared syntax beyond doubt: senders lie about explicit
     * and implicit VR.
     */
    static Encoding of(TransferSyntax declared, Input input) throws IOException {
        Encoding encoding = new Encoding(declared.explicitVr(), declared.bigEndian());
        byte[] first = input.peek(8);
        if (first.length < 8 || declared.bigEndian()) {
            return encoding;
        }
        int tag = (int) (encoding.number(first, 0, 2) << 16 | encoding.number(first, 2, 2));
        boolean looksExplicit = Vr.of(first[4], first[5]).isPresent();
        if (encoding.explicitVr && !looksExplicit && isPlausible(tag, encoding.number(first, 4, 4), input)) {
            return IMPLICIT_LITTLE_ENDIAN;
        }
        boolean agrees =
                Vr.of(first[4], first[5]).filter(vr -> vr == Dictionary.vr(tag)).isPresent();
        return agrees ? EXPLICIT_LITTLE_ENDIAN : encoding;
    }

    private static boolean isPlausible(int tag, long length, Input input) {
        return !Dictionary.keyword(tag).isEmpty() && length <= input.left().orElse(0xFFFF) && length % 2 == 0;
    }

    /** An unsigned number of 2 or 4 bytes. */
    long number(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            int index = bigEndian ? from + i : from + length - 1 - i;
            number = number << 8 | bytes[index] & 0xFF;
        }
        return number;
    }
}
