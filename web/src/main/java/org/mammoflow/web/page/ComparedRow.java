package org.mammoflow.web.page;

import java.util.List;

/** One line of the readings side by side; {@code differs} when the readers do not say the same. */
public record ComparedRow(String about, List<String> said, boolean differs) {

    /** Who they are: always different people, which is no disagreement. */
    static ComparedRow readers(String about, List<String> names) {
        return new ComparedRow(about, names, false);
    }

    static ComparedRow of(String about, List<String> said) {
        return new ComparedRow(about, said, said.stream().distinct().count() > 1);
    }
}
