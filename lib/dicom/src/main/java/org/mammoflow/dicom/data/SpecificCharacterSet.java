package org.mammoflow.dicom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The character sets that Specific Character Set (0008,0005) declares (PS3.3 C.12.1.1.2): single-byte ones, ISO 2022
 * code extensions, UTF-8, GB18030 and GBK. An unknown term counts as ASCII: everything else in the text then shows as
 * U+FFFD, and the bytes stay as they are.
 */
public final class SpecificCharacterSet {

    private static final Map<String, Charset> WITHOUT_EXTENSION = Map.of(
            "ISOIR192", StandardCharsets.UTF_8,
            "GB18030", Charset.forName("GB18030"),
            "GBK", Charset.forName("GBK"));

    /** ISO_IR 6, the default repertoire. */
    public static final SpecificCharacterSet DEFAULT = of(List.of());

    public static final SpecificCharacterSet UTF_8 = of(List.of("ISO_IR 192"));

    private final Optional<Charset> unextended;
    private final CodeExtension extension;

    private SpecificCharacterSet(Optional<Charset> unextended, CodeExtension extension) {
        this.unextended = unextended;
        this.extension = extension;
    }

    /** @param terms the values of (0008,0005), in order; an empty one stands for the default repertoire */
    public static SpecificCharacterSet of(List<String> terms) {
        List<String> names =
                terms.stream().map(SpecificCharacterSet::normalized).toList();
        Optional<Charset> single = names.stream().findFirst().flatMap(name -> Optional.ofNullable(unextended(name)));
        List<Repertoire> declared = names.isEmpty()
                ? List.of(Repertoire.ASCII)
                : names.stream().map(SpecificCharacterSet::repertoire).toList();
        return new SpecificCharacterSet(single, new CodeExtension(declared));
    }

    private static Charset unextended(String name) {
        return WITHOUT_EXTENSION.get(name);
    }

    /** Senders write ISO_IR 100 with blanks, hyphens and underscores as they please. */
    private static String normalized(String term) {
        return term.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    private static Repertoire repertoire(String name) {
        String number = name.replaceFirst("^ISO(2022)?IR", "");
        return Repertoire.of(number).orElse(Repertoire.ASCII);
    }

    /** The text of a value; what cannot be decoded becomes U+FFFD. Never fails. */
    String decode(byte[] value, Vr vr) {
        return unextended.map(charset -> new String(value, charset)).orElseGet(() -> extension.decode(value, vr));
    }

    /** @throws IllegalArgumentException when the text has characters that this set lacks */
    byte[] encode(String text, Vr vr) {
        return unextended.map(charset -> encode(text, charset)).orElseGet(() -> extension.encode(text, vr));
    }

    private static byte[] encode(String text, Charset charset) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(encoded.array(), encoded.limit());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a character is not in " + charset, e);
        }
    }
}
