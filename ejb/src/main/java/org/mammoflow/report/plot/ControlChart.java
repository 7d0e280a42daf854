package org.mammoflow.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mammoflow.report.plot.Mark.Anchor;
import org.mammoflow.report.plot.Mark.Kind;

/**
 * A p-chart: the share of each period, the share of all, and the limits of three standard errors that chance alone would
 * hardly leave. Limits are wide where a period has few cases.
 */
public final class ControlChart {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 220;
    private static final double LEFT = 44;
    private static final double RIGHT = 12;
    private static final double TOP = 14;
    private static final double BOTTOM = 34;
    private static final int MOST_LABELS = 12;

    private final List<Point> points;
    private final double centre;
    private final double floor;
    private final List<Mark> marks = new ArrayList<>();

    /** One period: how many of how many. */
    public record Point(String label, long of, long among) {

        double share() {
            return (double) of / among;
        }
    }

    private ControlChart(List<Point> points) {
        this.points = points;
        this.centre = (double) points.stream().mapToLong(Point::of).sum()
                / points.stream().mapToLong(Point::among).sum();
        double lowest = points.stream()
                .mapToDouble(point -> Math.min(point.share(), lower(point)))
                .min()
                .orElse(0);
        this.floor = Math.floor(lowest * 10) / 10;
    }

    /** Periods without any case are left out; nothing is drawn when none is left. */
    public static Plot of(List<Point> periods, String description) {
        List<Point> points = periods.stream().filter(point -> point.among() > 0).toList();
        return points.isEmpty()
                ? new Plot(WIDTH, 0, description, List.of())
                : new ControlChart(points).draw(description);
    }

    /** Whether a share lies outside of what chance would leave. */
    static boolean outside(Point point, double centre) {
        return Math.abs(point.share() - centre) > 3 * error(point, centre) + 1e-9;
    }

    private Plot draw(String description) {
        scale();
        for (int i = 0; i < points.size(); i++) {
            period(i);
        }
        line(Kind.CENTRE, LEFT, y(centre), WIDTH - RIGHT, y(centre));
        for (int i = 1; i < points.size(); i++) {
            line(
                    Kind.DATA,
                    x(i - 1),
                    y(points.get(i - 1).share()),
                    x(i),
                    y(points.get(i).share()));
        }
        for (int i = 0; i < points.size(); i++) {
            Kind kind = outside(points.get(i), centre) ? Kind.OUTLIER : Kind.DATA;
            marks.add(new Mark.Dot(kind, x(i), y(points.get(i).share())));
        }
        return new Plot(WIDTH, HEIGHT, description, List.copyOf(marks));
    }

    private void scale() {
        for (int step = 0; step <= 4; step++) {
            double share = floor + (1 - floor) * step / 4;
            line(Kind.GRID, LEFT, y(share), WIDTH - RIGHT, y(share));
            marks.add(new Mark.Text(Kind.QUIET, LEFT - 6, y(share) + 4, Anchor.END, percent(share)));
        }
        line(Kind.AXIS, LEFT, y(floor), WIDTH - RIGHT, y(floor));
    }

    private void period(int i) {
        Point point = points.get(i);
        double half = step() / 2;
        line(Kind.LIMIT, x(i) - half, y(lower(point)), x(i) + half, y(lower(point)));
        line(Kind.LIMIT, x(i) - half, y(upper(point)), x(i) + half, y(upper(point)));
        if (i % (points.size() / (MOST_LABELS + 1) + 1) == 0) {
            marks.add(new Mark.Text(Kind.QUIET, x(i), HEIGHT - BOTTOM + 15, Anchor.MIDDLE, point.label()));
            marks.add(new Mark.Text(Kind.QUIET, x(i), HEIGHT - BOTTOM + 28, Anchor.MIDDLE, "n=" + point.among()));
        }
    }

    private double lower(Point point) {
        return Math.max(0, centre - 3 * error(point, centre));
    }

    private double upper(Point point) {
        return Math.min(1, centre + 3 * error(point, centre));
    }

    private static double error(Point point, double centre) {
        return Math.sqrt(centre * (1 - centre) / point.among());
    }

    private double step() {
        return (WIDTH - LEFT - RIGHT) / points.size();
    }

    private double x(int i) {
        return LEFT + (i + 0.5) * step();
    }

    private double y(double share) {
        return HEIGHT - BOTTOM - (share - floor) / Math.max(1 - floor, 0.1) * (HEIGHT - BOTTOM - TOP);
    }

    private void line(Kind kind, double x1, double y1, double x2, double y2) {
        marks.add(new Mark.Line(kind, x1, y1, x2, y2));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
