package org.mammoflow.dicom.data;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value of PN (PS3.5 6.2.1): the same name in up to three scripts.
 *
 * @param alphabetic in Latin letters, or whatever the single group is in
 * @param ideographic such as in Kanji, Hanja or Hanzi
 * @param phonetic such as in Hiragana or Hangul
 */
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {

    /** The five components of a group; those that are missing are empty. */
    public record Group(String familyName, String givenName, String middleName, String prefix, String suffix) {

        static final Group EMPTY = new Group("", "", "", "", "");

        static Group parse(String text) {
            List<String> parts = parts(text, '^', 5);
            return new Group(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
        }

        public boolean isEmpty() {
            return equals(EMPTY);
        }

        /** As DICOM writes it, without trailing delimiters: {@code Adams^John Robert Quincy^^Rev.^B.A. M.Div.} */
        public String encoded() {
            return joined(Stream.of(familyName, givenName, middleName, prefix, suffix), "^");
        }

        /** For people to read: prefix, given, middle and family name, suffix. */
        public String formatted() {
            return Stream.of(prefix, givenName, middleName, familyName, suffix)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    /** Takes any text; groups beyond the third and components beyond the fifth are left in the last one. */
    public static PersonName parse(String text) {
        List<String> groups = parts(text, '=', 3);
        return new PersonName(Group.parse(groups.get(0)), Group.parse(groups.get(1)), Group.parse(groups.get(2)));
    }

    /** As DICOM writes it. */
    public String encoded() {
        return joined(Stream.of(alphabetic, ideographic, phonetic).map(Group::encoded), "=");
    }

    /** For people to read: the first group that says something. */
    public String formatted() {
        return Stream.of(alphabetic, ideographic, phonetic)
                .map(Group::formatted)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Logs must not show names. */
    @Override
    public String toString() {
        return "PersonName";
    }

    private static List<String> parts(String text, char delimiter, int count) {
        String[] parts = text.split(Pattern.quote(String.valueOf(delimiter)), count);
        return Stream.concat(Stream.of(parts).map(String::strip), Stream.generate(() -> ""))
                .limit(count)
                .toList();
    }

    private static String joined(Stream<String> parts, String delimiter) {
        return parts.collect(Collectors.joining(delimiter))
                .replaceFirst("[" + delimiter.replace("^", "\\^") + "]+$", "");
    }
}
