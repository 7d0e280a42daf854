package org.mammoflow.dicom.data;

import java.io.IOException;
import java.util.Optional;

/**
 * The header of a data element, an item or a delimiter (PS3.5 7.1, 7.5).
 *
 * @param length of the value in bytes, or {@link #UNDEFINED}
 * @param offset where the header begins
 */
record Header(int tag, Vr vr, long length, long offset) {

    static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int DELIMITER_GROUP = 0xFFFE;

    static Header read(Input input, Encoding encoding) throws IOException {
        long offset = input.position();
        byte[] start = take(input, 8, offset);
        int tag = (int) (encoding.number(start, 0, 2) << 16 | encoding.number(start, 2, 2));
        if (tag >>> 16 == DELIMITER_GROUP) {
            return new Header(tag, Vr.UN, encoding.number(start, 4, 4), offset);
        }
        if (!encoding.explicitVr()) {
            return new Header(tag, Dictionary.vr(tag), encoding.number(start, 4, 4), offset);
        }
        Optional<Vr> known = Vr.of(start[4], start[5]);
        Vr vr = known.orElse(Vr.UN);
        if (known.map(Vr::hasLongLength).orElseGet(() -> isName(start[4]) && isName(start[5]))) {
            return new Header(tag, vr, encoding.number(take(input, 4, offset), 0, 4), offset);
        }
        return new Header(tag, vr, encoding.number(start, 6, 2), offset);
    }

    /** Representations that come after this edition of PS3.5 have two capital letters and a length of 32 bits. */
    private static boolean isName(byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static byte[] take(Input input, int count, long offset) throws IOException {
        byte[] bytes = input.read(count);
        if (bytes.length < count) {
            throw new DicomFormatException(
                    "element header at byte %d: %d bytes missing".formatted(offset, count - bytes.length));
        }
        return bytes;
    }

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    boolean isDelimiter() {
        return tag >>> 16 == DELIMITER_GROUP;
    }

    DicomFormatException fault(String rule) {
        return new DicomFormatException(tag, offset, rule);
    }
}
