package org.mammoflow.bench.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Milliseconds by what was waited for, as Markdown: median, 95th percentile, slowest. */
final class Times {

    private final Map<String, List<Double>> rows = new LinkedHashMap<>();

    void add(String what, double millis) {
        rows.computeIfAbsent(what, name -> new ArrayList<>()).add(millis);
    }

    String markdown() {
        StringBuilder out =
                new StringBuilder("| what | p50 ms | p95 ms | slowest ms | rounds |\n|---|---|---|---|---|\n");
        rows.forEach(
                (what, values) -> out.append(row(what, values.stream().sorted().toList())));
        return out.toString();
    }

    private static String row(String what, List<Double> sorted) {
        int count = sorted.size();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %d |%n",
                what,
                sorted.get(count / 2),
                sorted.get(Math.min(count - 1, count * 95 / 100)),
                sorted.get(count - 1),
                count);
    }
}
