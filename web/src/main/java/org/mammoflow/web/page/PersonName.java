package org.mammoflow.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person name as PS3.5 6.2.1.2 writes it, {@code alphabetic=ideographic=phonetic} with components {@code
 * family^given^middle^prefix^suffix}, made ready to be shown.
 *
 * @param main family name first, as lists are sorted; the ideographic group when there is no alphabetic one
 * @param ideographic empty when there is none or when it is the main one
 * @param phonetic empty when there is none
 */
public record PersonName(String main, String ideographic, String phonetic) {

    private static final int FAMILY = 0;
    private static final int GIVEN = 1;
    private static final int MIDDLE = 2;
    private static final int PREFIX = 3;
    private static final int SUFFIX = 4;

    static PersonName of(String value) {
        String[] groups = value.split("=", -1);
        String alphabetic = alphabetic(group(groups, 0));
        String ideographic = spaced(group(groups, 1));
        String phonetic = spaced(group(groups, 2));
        return alphabetic.isEmpty()
                ? new PersonName(
                        ideographic.isEmpty() ? phonetic : ideographic, "", ideographic.isEmpty() ? "" : phonetic)
                : new PersonName(alphabetic, ideographic, phonetic);
    }

    /** The ideographic group beside the main one, as {@code (山田 太郎)}. */
    Optional<String> beside() {
        return Optional.of(ideographic).filter(text -> !text.isEmpty());
    }

    private static String alphabetic(String[] parts) {
        String given = joined(" ", part(parts, PREFIX), part(parts, GIVEN), part(parts, MIDDLE));
        return joined(", ", part(parts, FAMILY), given, part(parts, SUFFIX));
    }

    private static String spaced(String[] parts) {
        return Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String[] group(String[] groups, int index) {
        return index < groups.length ? groups[index].split("\\^", -1) : new String[0];
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    private static String joined(String between, String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
