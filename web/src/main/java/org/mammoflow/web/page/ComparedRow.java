package org.mammoflow.web.page;

import java.util.List;

/** One line of the readings side by side; {@code differs} when the readers do not say the same. */
public record ComparedRow(String about, List<String> said, boolean differs) {

    static ComparedRow of(String about, List<String> said) {
        return new ComparedRow(about, said, said.stream().distinct().count() > 1);
    }
}
