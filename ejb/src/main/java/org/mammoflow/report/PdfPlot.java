package org.mammoflow.report;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.mammoflow.report.plot.Mark;
import org.mammoflow.report.plot.Plot;

/** Draws a plot onto a page, in greys: what it says must survive a photocopier. */
final class PdfPlot {

    static final float SCALE = 0.8f;

    private static final float SIZE = 7;

    private final PDPageContentStream content;
    private final PdfFace face;
    private float left;
    private float top;

    PdfPlot(PDPageContentStream content, PdfFace face) {
        this.content = content;
        this.face = face;
    }

    /** @param y of the plot's upper edge, upwards as in PDF */
    void draw(Plot plot, float x, float y) throws IOException {
        left = x;
        top = y;
        for (Mark mark : plot.marks()) {
            grey(mark.kind());
            draw(mark);
        }
        content.setNonStrokingColor(0f);
        content.setStrokingColor(0f);
        content.setLineDashPattern(new float[0], 0);
    }

    private void draw(Mark mark) throws IOException {
        if (mark instanceof Mark.Line line) {
            content.setLineDashPattern(mark.kind() == Mark.Kind.LIMIT ? new float[] {2, 2} : new float[0], 0);
            content.moveTo(x(line.x1()), y(line.y1()));
            content.lineTo(x(line.x2()), y(line.y2()));
            content.stroke();
        } else if (mark instanceof Mark.Bar bar) {
            content.addRect(
                    x(bar.x()), y(bar.y() + bar.height()), (float) bar.width() * SCALE, (float) bar.height() * SCALE);
            content.fill();
        } else if (mark instanceof Mark.Dot dot) {
            float half = mark.kind() == Mark.Kind.OUTLIER ? 3.5f : 2;
            content.addRect(x(dot.x()) - half, y(dot.y()) - half, 2 * half, 2 * half);
            content.fill();
        } else if (mark instanceof Mark.Text text) {
            text(text);
        }
    }

    private void text(Mark.Text text) throws IOException {
        String shown = face.printable(text.text());
        float width = face.width(shown, SIZE);
        float back = switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        content.beginText();
        content.setFont(face.font(), SIZE);
        content.newLineAtOffset(x(text.x()) - back, y(text.y()));
        content.showText(shown);
        content.endText();
    }

    private void grey(Mark.Kind kind) throws IOException {
        float grey = switch (kind) {
            case GRID -> 0.85f;
            case LIMIT, CENTRE -> 0.5f;
            case DATA -> 0.25f;
            case AXIS, OUTLIER, WORD, QUIET -> 0f;
        };
        content.setStrokingColor(grey);
        content.setNonStrokingColor(grey);
    }

    private float x(double x) {
        return left + (float) x * SCALE;
    }

    private float y(double y) {
        return top - (float) y * SCALE;
    }
}
