package org.mammoflow.dicom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The character repertoires of PS3.3 C.12.1.1.2 that code extension (ISO 2022) can designate, with their escapes. */
enum Repertoire {
    ASCII("6", "(B", "US-ASCII"),
    ROMAJI("14", "(J", "JIS_X0201"),
    LATIN_1("100", "-A", "ISO-8859-1"),
    LATIN_2("101", "-B", "ISO-8859-2"),
    LATIN_3("109", "-C", "ISO-8859-3"),
    LATIN_4("110", "-D", "ISO-8859-4"),
    CYRILLIC("144", "-L", "ISO-8859-5"),
    ARABIC("127", "-G", "ISO-8859-6"),
    GREEK("126", "-F", "ISO-8859-7"),
    HEBREW("138", "-H", "ISO-8859-8"),
    LATIN_5("148", "-M", "ISO-8859-9"),
    LATIN_9("203", "-b", "ISO-8859-15"),
    THAI("166", "-T", "TIS-620"),
    KATAKANA("13", ")I", "JIS_X0201"),
    KANJI("87", "$B", "EUC-JP"),
    SUPPLEMENTARY_KANJI("159", "$(D", "EUC-JP"),
    KOREAN("149", "$)C", "EUC-KR"),
    CHINESE("58", "$)A", "GB2312");

    private static final byte SINGLE_SHIFT_3 = (byte) 0x8F;

    private final String number;
    private final byte[] escape;
    private final Charset charset;

    Repertoire(String number, String escape, String charset) {
        this.number = number;
        this.escape = ("\u001B" + escape).getBytes(StandardCharsets.US_ASCII);
        this.charset = Charset.forName(charset);
    }

    /** By its ISO-IR registration number. */
    static Optional<Repertoire> of(String number) {
        return Stream.of(values()).filter(each -> each.number.equals(number)).findFirst();
    }

    /** Whose escape sequence the bytes hold at an index. */
    static Optional<Repertoire> designatedAt(byte[] bytes, int index) {
        return Stream.of(values())
                .filter(each -> each.isDesignatedAt(bytes, index))
                .findFirst();
    }

    private boolean isDesignatedAt(byte[] bytes, int index) {
        int end = index + escape.length;
        return end <= bytes.length && Arrays.equals(bytes, index, end, escape, 0, escape.length);
    }

    byte[] escape() {
        return escape;
    }

    /** Whether it is designated to G0, the bytes below 0x80; the others are designated to G1. */
    boolean isG0() {
        return this == ASCII || this == ROMAJI || hasTwoByteG0();
    }

    /** Whether its bytes look like ASCII ones, backslash included, and must not be taken for them. */
    boolean hasTwoByteG0() {
        return this == KANJI || this == SUPPLEMENTARY_KANJI;
    }

    String decode(byte[] run) {
        return new String(
                switch (this) {
                    case KANJI -> raised(run);
                    case SUPPLEMENTARY_KANJI -> shifted(raised(run));
                    default -> run;
                },
                charset);
    }

    /** The bytes of a character; empty when it is not in this repertoire. */
    Optional<byte[]> encode(int codePoint) {
        ByteBuffer encoded = ByteBuffer.allocate(8);
        CharBuffer character = CharBuffer.wrap(Character.toString(codePoint));
        CoderResult result = charset.newEncoder().encode(character, encoded, true);
        return result.isError() ? Optional.empty() : mine(Arrays.copyOf(encoded.array(), encoded.position()));
    }

    private Optional<byte[]> mine(byte[] encoded) {
        boolean high = encoded[0] < 0;
        return switch (this) {
            case KANJI ->
                encoded.length == 2 && high && encoded[0] != (byte) 0x8E ? Optional.of(lowered(encoded)) : none();
            case SUPPLEMENTARY_KANJI ->
                encoded.length == 3 ? Optional.of(lowered(Arrays.copyOfRange(encoded, 1, 3))) : none();
            default -> high != isG0() ? Optional.of(encoded) : none();
        };
    }

    private static Optional<byte[]> none() {
        return Optional.empty();
    }

    private static byte[] raised(byte[] run) {
        byte[] high = run.clone();
        for (int i = 0; i < high.length; i++) {
            high[i] |= (byte) 0x80;
        }
        return high;
    }

    private static byte[] lowered(byte[] run) {
        byte[] low = run.clone();
        for (int i = 0; i < low.length; i++) {
            low[i] &= 0x7F;
        }
        return low;
    }

    private static byte[] shifted(byte[] pairs) {
        ByteBuffer shifted = ByteBuffer.allocate(pairs.length * 2);
        for (int i = 0; i < pairs.length; i++) {
            if (i % 2 == 0) {
                shifted.put(SINGLE_SHIFT_3);
            }
            shifted.put(pairs[i]);
        }
        return Arrays.copyOf(shifted.array(), shifted.position());
    }
}
