package org.mammoflow.bench.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as Markdown: medians and spread. */
public final class Table {

    private final Map<String, List<Double>> rows = new LinkedHashMap<>();

    /** @return the value */
    public double add(String what, double value) {
        rows.computeIfAbsent(what, name -> new ArrayList<>()).add(value);
        return value;
    }

    public String markdown() {
        StringBuilder out = new StringBuilder("| what | median (min–max) | runs |\n|---|---|---|\n");
        rows.forEach((what, values) -> out.append(row(what, values)));
        return out.toString();
    }

    private static String row(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f (%.2f–%.2f) | %d |%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }
}
