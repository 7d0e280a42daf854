package org.mammoflow.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.mammoflow.report.plot.Plot;

/** Lays a report out as A4 landscape pages: what it is and its counts first, then the rows; page x of y on each. */
final class PdfReport {

    private static final float MARGIN = 36;
    private static final float LINE = 11;
    private static final float SIZE = 7.5f;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What fits on a landscape page; the CSV holds every column. */
    private enum Column {
        FINDING("finding", 44),
        STUDY_DATE("study date", 52),
        ACCESSION("accession", 70),
        MODALITY("modality", 78),
        SIDE("side", 26),
        NETWORK("network", 96),
        MALIGNANCY("malignancy", 50),
        AI("AI", 46),
        BAND("band", 44),
        VERDICT("verdict", 56),
        REASON("reason", 90),
        READER("reader", 62),
        REVIEWED("reviewed (UTC)", 92);

        private final String heading;
        private final float width;

        Column(String heading, float width) {
            this.heading = heading;
            this.width = width;
        }

        String of(ReportRow row) {
            return switch (this) {
                case FINDING -> Long.toString(row.findingId());
                case STUDY_DATE ->
                    row.studyDate() == null ? "" : row.studyDate().toString();
                case ACCESSION -> row.accessionNumber();
                case MODALITY -> row.modality();
                case SIDE -> row.imageLaterality();
                case NETWORK -> row.network() + (row.networkStatus().equals("trained") ? "" : " *");
                case MALIGNANCY -> String.format(Locale.ROOT, "%.3f", row.malignancy());
                case AI -> row.aiPositive() ? "positive" : "negative";
                case BAND -> row.band();
                case VERDICT -> row.verdict().name();
                case REASON -> row.reason();
                case READER -> row.reader();
                case REVIEWED ->
                    row.reviewedAt() == null ? "" : row.reviewedAt().toString().substring(0, 19);
            };
        }
    }

    private final PDDocument document;
    private final PDType0Font font;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream content;
    private float y;

    private PdfReport(PDDocument document) throws IOException {
        this.document = document;
        try (InputStream face = PDDocument.class.getResourceAsStream(FONT)) {
            this.font = PDType0Font.load(document, face);
        }
    }

    /** The front is laid out last, because it tells what the rows add up to, and put first. */
    static ReportSeal write(ReportContent content, OutputStream target) throws IOException {
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PdfReport report = new PdfReport(document);
            report.newPage();
            report.table(content.rows());
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
        for (String line : told.lines(seal)) {
            line(line);
        }
        y -= LINE;
        for (String line : StatisticsText.of(told.statistics())) {
            line(line);
        }
        y -= LINE;
        plots(told.statistics());
        for (String definition : ReportTitle.DEFINITIONS) {
            line(definition);
        }
        line("*: a network that was not trained on mammograms; its scores mean nothing clinically");
        content.close();
    }

    private void plots(Statistics statistics) throws IOException {
        List<Plot> plots = new ArrayList<>(List.of(Plots.agreement(statistics, "agreement by month")));
        plots.addAll(Plots.scores(statistics, "scores"));
        for (Plot plot : plots) {
            if (y - plot.height() * PdfPlot.SCALE < MARGIN) {
                newPage();
            }
            new PdfPlot(content, font).draw(plot, MARGIN, y);
            y -= (float) plot.height() * PdfPlot.SCALE + LINE;
        }
    }

    private void moveToFront(int rowPages) {
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
        while (rows.hasNext()) {
            if (y < MARGIN + 2 * LINE) {
                newPage();
                headings();
            }
            ReportRow row = rows.next();
            cells(column -> column.of(row));
        }
    }

    private void headings() throws IOException {
        cells(column -> column.heading);
        content.moveTo(MARGIN, y + LINE - 3);
        content.lineTo(width() - MARGIN, y + LINE - 3);
        content.setLineWidth(0.5f);
        content.stroke();
    }

    @FunctionalInterface
    private interface Cell {
        String of(Column column);
    }

    private void cells(Cell cell) throws IOException {
        float x = MARGIN;
        for (Column column : Column.values()) {
            text(x, y, fitting(cell.of(column), column.width - 4));
            x += column.width;
        }
        y -= LINE;
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
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, baseline);
        content.showText(text);
        content.endText();
    }

    private String fitting(String text, float most) throws IOException {
        String shown = printable(font, text);
        while (!shown.isEmpty() && font.getStringWidth(shown) / 1000 * SIZE > most) {
            shown = shown.substring(0, shown.length() - 1);
        }
        return shown;
    }

    // The face has no ideographs: a character that it lacks is shown as one, not dropped and not an error.
    static String printable(PDFont font, String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> printable.append(has(font, c) ? Character.toString(c) : "?"));
        return printable.toString();
    }

    private static boolean has(PDFont font, int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return !Character.isISOControl(codePoint);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private float width() {
        return pages.get(0).getMediaBox().getWidth();
    }
}
