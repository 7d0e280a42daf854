package org.mammoflow.bench.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The samples as a Markdown table: medians, spread, and the ratio to the reference in the same rounds. */
final class Report {

    private final Map<String, Map<String, List<Sample>>> samples;
    private final String reference;

    Report(Map<String, Map<String, List<Sample>>> samples, String reference) {
        this.samples = samples;
        this.reference = reference;
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("| workload | server | MB/s median (min–max) | ratio to ")
                .append(reference)
                .append(
                        " median (min–max) | median reply ms | CPU s/GB | processors busy | runs |\n|---|---|---|---|---|---|---|---|\n");
        samples.forEach((workload, byServer) ->
                byServer.forEach((server, runs) -> out.append(row(workload, server, runs, byServer.get(reference)))));
        return out.toString();
    }

    private static String row(String workload, String server, List<Sample> runs, List<Sample> references) {
        double[] ratios = new double[runs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = runs.get(i).megabytesPerSecond() / references.get(i).megabytesPerSecond();
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f | %.2f | %.0f %% | %d |%n",
                workload,
                server,
                spread(runs.stream().mapToDouble(Sample::megabytesPerSecond).toArray(), "%.0f"),
                spread(ratios, "%.2f"),
                median(runs, Sample::medianReplyMillis),
                median(runs, Sample::cpuSecondsPerGigabyte),
                100 * median(runs, Sample::busy),
                runs.size());
    }

    private static double median(List<Sample> runs, ToDoubleFunction<Sample> value) {
        return runs.stream().mapToDouble(value).sorted().toArray()[runs.size() / 2];
    }

    private static String spread(double[] values, String format) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        String pattern = format + " (" + format + "–" + format + ")";
        return String.format(Locale.ROOT, pattern, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
