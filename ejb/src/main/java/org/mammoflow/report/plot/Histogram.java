package org.mammoflow.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mammoflow.report.plot.Mark.Anchor;
import org.mammoflow.report.plot.Mark.Kind;

/** How values from 0 to 1 are distributed over equal bins, as shares of all, so that two devices can be compared. */
public final class Histogram {

    private static final double WIDTH = 270;
    private static final double HEIGHT = 130;
    private static final double TOP = 24;
    private static final double BOTTOM = 20;
    private static final double SIDE = 10;

    private Histogram() {}

    /**
     * @param highest the share that reaches the top, the same for all histograms that stand side by side
     */
    public static Plot of(String title, long[] counts, double highest, String description) {
        List<Mark> marks = new ArrayList<>();
        long total = Math.max(1, Arrays.stream(counts).sum());
        double step = (WIDTH - 2 * SIDE) / counts.length;
        for (int i = 0; i < counts.length; i++) {
            double height = counts[i] / (double) total / highest * (HEIGHT - TOP - BOTTOM);
            marks.add(new Mark.Bar(Kind.DATA, SIDE + i * step + 0.5, HEIGHT - BOTTOM - height, step - 1, height));
        }
        marks.add(new Mark.Line(Kind.AXIS, SIDE, HEIGHT - BOTTOM, WIDTH - SIDE, HEIGHT - BOTTOM));
        for (int tenth = 0; tenth <= 10; tenth += 5) {
            double x = SIDE + tenth / 10.0 * (WIDTH - 2 * SIDE);
            String label = String.format(Locale.ROOT, "%.1f", tenth / 10.0);
            marks.add(new Mark.Text(Kind.QUIET, x, HEIGHT - BOTTOM + 14, Anchor.MIDDLE, label));
        }
        marks.add(new Mark.Text(Kind.WORD, SIDE, 14, Anchor.START, title));
        marks.add(new Mark.Text(
                Kind.QUIET,
                WIDTH - SIDE,
                14,
                Anchor.END,
                "n=" + Arrays.stream(counts).sum()));
        return new Plot(WIDTH, HEIGHT, description, marks);
    }

    /** The share of the fullest bin of any of these; 1 when all are empty. */
    public static double highest(List<long[]> all) {
        return all.stream()
                .filter(counts -> Arrays.stream(counts).sum() > 0)
                .mapToDouble(counts -> Arrays.stream(counts).max().orElse(0)
                        / (double) Arrays.stream(counts).sum())
                .max()
                .orElse(1);
    }
}
