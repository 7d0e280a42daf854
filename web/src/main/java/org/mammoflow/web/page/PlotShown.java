package org.mammoflow.web.page;

import java.util.List;
import java.util.Locale;
import org.mammoflow.report.plot.Mark;
import org.mammoflow.report.plot.Plot;

/** A plot, ready to be written as SVG; how each kind looks is said by the style sheet. */
public record PlotShown(String width, String height, String description, List<Shape> shapes) {

    /**
     * One element of SVG.
     *
     * @param element {@code line}, {@code rect}, {@code circle} or {@code text}
     * @param x1 of a line's begin, a rectangle's corner, a circle's centre or a text's anchor
     * @param x2 of a line's end, or a rectangle's width
     */
    public record Shape(
            String element, String kind, String x1, String y1, String x2, String y2, String anchor, String text) {}

    static PlotShown of(Plot plot) {
        return new PlotShown(
                number(plot.width()),
                number(plot.height()),
                plot.description(),
                plot.marks().stream().map(PlotShown::shape).toList());
    }

    private static Shape shape(Mark mark) {
        String kind = mark.kind().name().toLowerCase(Locale.ROOT);
        if (mark instanceof Mark.Line line) {
            return shape("line", kind, line.x1(), line.y1(), line.x2(), line.y2());
        }
        if (mark instanceof Mark.Bar bar) {
            return shape("rect", kind, bar.x(), bar.y(), bar.width(), bar.height());
        }
        if (mark instanceof Mark.Dot dot) {
            return mark.kind() == Mark.Kind.OUTLIER
                    ? shape("rect", kind, dot.x() - 4.5, dot.y() - 4.5, 9, 9)
                    : shape("circle", kind, dot.x(), dot.y(), 0, 0);
        }
        Mark.Text text = (Mark.Text) mark;
        String anchor = text.anchor().name().toLowerCase(Locale.ROOT);
        return new Shape("text", kind, number(text.x()), number(text.y()), "", "", anchor, text.text());
    }

    private static Shape shape(String element, String kind, double x1, double y1, double x2, double y2) {
        return new Shape(element, kind, number(x1), number(y1), number(x2), number(y2), "", "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
