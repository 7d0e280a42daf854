package org.mammoflow.web.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.platform.Seen;

/**
 * The rows of a list as a page has shown them; they travel in a hidden field. A button is known by its row: when rows have come
 * or gone meanwhile, the click may be meant for another one.
 *
 * @param rows what was shown by name, in the order of the rows
 */
record RowsShown(Map<String, Seen> rows) {

    static final RowsShown NONE = new RowsShown(Map.of());

    static <T> RowsShown of(List<T> all, Function<T, String> name, Function<T, Seen> seen) {
        Map<String, Seen> rows = new LinkedHashMap<>();
        all.forEach(one -> rows.put(name.apply(one), seen.apply(one)));
        return new RowsShown(rows);
    }

    /** As {@link #text} gave it. */
    static RowsShown parse(String text) {
        Map<String, Seen> rows = new LinkedHashMap<>();
        for (String row : text.split(" ")) {
            int sign = row.indexOf('=');
            if (sign >= 0) {
                rows.put(
                        URLDecoder.decode(row.substring(0, sign), StandardCharsets.UTF_8),
                        new Seen(row.substring(sign + 1)));
            }
        }
        return new RowsShown(rows);
    }

    String text() {
        return rows.entrySet().stream()
                .map(row -> URLEncoder.encode(row.getKey(), StandardCharsets.UTF_8) + "="
                        + row.getValue().text())
                .collect(Collectors.joining(" "));
    }

    /** Whether each row is where it was, whatever it says now. */
    boolean haveTheSameNamesAs(RowsShown other) {
        return new ArrayList<>(rows.keySet()).equals(new ArrayList<>(other.rows.keySet()));
    }

    /** Whether each row is where it was and says what it said. */
    boolean isTheSameAs(RowsShown other) {
        return haveTheSameNamesAs(other) && rows.equals(other.rows);
    }

    /** What the page has shown under this name. */
    Seen of(String name) {
        return rows.getOrDefault(name, Seen.NOTHING);
    }
}
