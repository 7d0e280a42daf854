package org.mammoflow.web.page;

import java.util.List;

/**
 * One line of the readings side by side.
 *
 * @param said by each reader, in the order of the readings
 * @param network what the network said; empty where it is not asked
 * @param differs when they do not say the same
 */
public record ComparedRow(String about, List<String> said, String network, boolean differs) {

    /** Who they are: always different ones, which is no disagreement. */
    static ComparedRow heading(String about, List<String> names, String network) {
        return new ComparedRow(about, names, network, false);
    }

    /** About what the network says nothing. */
    static ComparedRow among(String about, List<String> said) {
        return new ComparedRow(about, said, "", differ(said));
    }

    static boolean differ(List<String> said) {
        return said.stream().distinct().count() > 1;
    }
}
