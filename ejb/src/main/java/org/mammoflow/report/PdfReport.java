package org.mammoflow.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.mammoflow.report.plot.Plot;

/**
 * Lays a report out as A4 landscape pages: what it is and its counts first, then the rows; page x of y on each. Of more rows
 * than anybody reads on paper it prints none, says so, and keeps numbers, digest and signature: they are those of the CSV.
 */
final class PdfReport {

    private static final float MARGIN = 36;
    private static final float LINE = 11;
    private static final float SIZE = 7.5f;
    private static final float HEADING_SIZE = 10;
    private static final float TITLE_SIZE = 14;
    private static final int PLOTS_OF_A_ROW = 3;

    private final PDDocument document;
    private final PdfFace face;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream content;
    private float y;

    private PdfReport(PDDocument document) throws IOException {
        this.document = document;
        this.face = PdfFace.of(document);
    }

    /** The front is laid out last, because it tells what the rows add up to, and put first. */
    static ReportSeal write(ReportContent content, OutputStream target) throws IOException {
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PdfReport report = new PdfReport(document);
            report.newPage();
            report.table(content.rows());
            report.leaveOutTooManyRows(content.rows());
            ReportSeal seal = content.rows().seal();
            int rowPages = report.pages.size();
            report.front(content, seal);
            report.moveToFront(rowPages);
            report.numberPages(seal);
            document.getDocumentInformation().setTitle(ReportTitle.NAME);
            document.save(target);
            return seal;
        }
    }

    private void front(ReportContent told, ReportSeal seal) throws IOException {
        newPage();
        List<String> title = told.lines(seal);
        text(MARGIN, y, TITLE_SIZE, title.get(0));
        y -= 2 * LINE;
        for (String line : title.subList(1, title.size())) {
            line(line);
        }
        if (seal.rows() > ReportFormat.MOST_PRINTED_ROWS) {
            line("The rows are not printed, because they are more than " + ReportFormat.MOST_PRINTED_ROWS
                    + ": the CSV or XLSX of the same filter holds them, with the digest above while nothing is decided"
                    + " or recorded in between.");
        }
        heading("Numbers");
        for (String line : StatisticsText.of(told.statistics())) {
            line(line);
        }
        plots(told.statistics());
        heading("Definitions");
        for (String definition : ReportTitle.DEFINITIONS) {
            line(definition);
        }
        line("*: a network that was not trained on mammograms; its scores mean nothing clinically");
        content.close();
    }

    private void plots(Statistics statistics) throws IOException {
        Plot agreement = Plots.agreement(statistics, "agreement by month");
        if (agreement.height() > 0) {
            room(agreement);
            heading("Agreement by month");
            line("confirmed among confirmed and rejected; line: all months; dashed: limits of three standard"
                    + " errors, which chance alone would hardly leave; a large square lies outside");
            draw(List.of(agreement));
        }
        List<Plot> scores = Plots.scores(statistics, "scores");
        for (int from = 0; from < scores.size(); from += PLOTS_OF_A_ROW) {
            room(scores.get(from));
            heading(from == 0 ? "Scores by device" : "");
            line(from == 0 ? "malignancy from 0 to 1, as shares of each device's findings" : "");
            draw(scores.subList(from, Math.min(scores.size(), from + PLOTS_OF_A_ROW)));
        }
    }

    // With its heading and its line of words.
    private void room(Plot plot) throws IOException {
        if (y - plot.height() * PdfPlot.SCALE < MARGIN + 4 * LINE) {
            newPage();
        }
    }

    private void draw(List<Plot> beside) throws IOException {
        float x = MARGIN;
        for (Plot plot : beside) {
            new PdfPlot(content, face).draw(plot, x, y);
            x += (float) plot.width() * PdfPlot.SCALE + LINE;
        }
        y -= (float) beside.get(0).height() * PdfPlot.SCALE + LINE;
    }

    private void moveToFront(int rowPages) {
        if (rowPages == 0) {
            return;
        }
        List<PDPage> front = List.copyOf(pages.subList(rowPages, pages.size()));
        for (PDPage page : front) {
            document.getPages().remove(page);
            document.getPages().insertBefore(page, pages.get(0));
        }
        pages.removeAll(front);
        pages.addAll(0, front);
    }

    private void table(Iterator<ReportRow> rows) throws IOException {
        headings();
        for (int printed = 0; printed < ReportFormat.MOST_PRINTED_ROWS && rows.hasNext(); printed++) {
            if (y < MARGIN + 2 * LINE) {
                newPage();
                headings();
            }
            ReportRow row = rows.next();
            cells(column -> column.of(row));
        }
    }

    // A part of the rows would be taken for all of them. The others still pass: they count, and are in the digest.
    private void leaveOutTooManyRows(Iterator<ReportRow> rows) throws IOException {
        if (!rows.hasNext()) {
            return;
        }
        content.close();
        content = null;
        pages.forEach(document::removePage);
        pages.clear();
        while (rows.hasNext()) {
            rows.next();
        }
    }

    private void headings() throws IOException {
        cells(PdfColumn::heading);
        content.moveTo(MARGIN, y + LINE - 3);
        content.lineTo(width() - MARGIN, y + LINE - 3);
        content.setLineWidth(0.5f);
        content.stroke();
    }

    @FunctionalInterface
    private interface Cell {
        String of(PdfColumn column);
    }

    private void cells(Cell cell) throws IOException {
        float x = MARGIN;
        for (PdfColumn column : PdfColumn.values()) {
            text(x, y, fitting(cell.of(column), column.width() - 4));
            x += column.width();
        }
        y -= LINE;
    }

    private void heading(String words) throws IOException {
        if (y < MARGIN + 4 * LINE) {
            newPage();
        }
        y -= LINE;
        text(MARGIN, y, HEADING_SIZE, words);
        y -= LINE + 2;
    }

    private void line(String line) throws IOException {
        if (y < MARGIN + LINE) {
            newPage();
        }
        text(MARGIN, y, fitting(line, width() - 2 * MARGIN));
        y -= LINE;
    }

    private void newPage() throws IOException {
        if (content != null) {
            content.close();
        }
        PDPage page = new PDPage(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
        document.addPage(page);
        pages.add(page);
        content = new PDPageContentStream(document, page);
        y = page.getMediaBox().getHeight() - MARGIN;
    }

    private void numberPages(ReportSeal seal) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            content = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true);
            text(MARGIN, MARGIN - LINE, "page %d of %d · sha256 %s".formatted(i + 1, pages.size(), seal.sha256()));
            content.close();
        }
    }

    private void text(float x, float baseline, String text) throws IOException {
        text(x, baseline, SIZE, text);
    }

    private void text(float x, float baseline, float size, String text) throws IOException {
        content.beginText();
        content.setFont(face.font(), size);
        content.newLineAtOffset(x, baseline);
        content.showText(text);
        content.endText();
    }

    private String fitting(String text, float most) {
        return face.fitting(face.printable(text), SIZE, most);
    }

    private float width() {
        return pages.get(0).getMediaBox().getWidth();
    }
}
