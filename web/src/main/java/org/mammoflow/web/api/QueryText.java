package org.mammoflow.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.platform.Period;

/** Reads query parameters; a wrong one is refused by name (400). */
final class QueryText {

    private QueryText() {}

    static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** A body that was left out is an empty one. */
    static JsonObject body(JsonObject given) {
        return given == null ? JsonObject.EMPTY_JSON_OBJECT : given;
    }

    /** A member that must be there: whatever is not plainly true or false must switch nothing. */
    static boolean flag(JsonObject body, String name) {
        JsonValue value = body.get(name);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        throw new IllegalArgumentException(name + " must be true or false");
    }

    static boolean flag(JsonObject body, String name, boolean otherwise) {
        return body.containsKey(name) ? flag(body, name) : otherwise;
    }

    /** Two days, either of which may be left out; a period that ends before it begins is refused naming both. */
    static Period period(String from, String to) {
        return new Period(day("from", from), day("to", to)).inOrder();
    }

    private static Optional<LocalDate> day(String name, String value) {
        try {
            return text(value).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a day such as 2026-01-31");
        }
    }

    static <E extends Enum<E>> Optional<E> oneOf(String name, String value, Class<E> type) {
        Function<String, E> constant = word -> Arrays.stream(type.getEnumConstants())
                .filter(candidate -> candidate.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of " + words(type)));
        return text(value).map(constant);
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Pages count from 0. */
    static int page(int page) {
        if (page < 0 || page > 1_000_000) {
            throw new IllegalArgumentException("page must be a number from 0 to 1000000");
        }
        return page;
    }
}
