package org.mammoflow.web.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Query parameters as values. What cannot be read counts as absent: an old bookmark or a mistyped address shows a page,
 * not an error.
 */
record Parameters(UnaryOperator<String> source) {

    private static final int LONGEST = 128;

    static Parameters parse(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return new Parameters(values::get);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(source.apply(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What stands where one of these days should and is none. */
    List<String> unreadDays(String... names) {
        return Stream.of(names)
                .filter(name -> day(name).isEmpty())
                .map(this::text)
                .flatMap(Optional::stream)
                .toList();
    }

    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return text(name)
                .flatMap(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst());
    }

    /** A page number from 1 on. */
    int page() {
        return text("page")
                .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
