package org.mammoflow.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A report as a workbook (ECMA-376): the rows on sheets of at most a million, then what the file is. Scores are numbers;
 * everything else is text, never a formula.
 */
final class XlsxReport {

    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int FLUSH_EVERY = 1000;
    private static final List<String> NUMBERS = List.of("finding_id", "malignancy", "implant", "revision");

    private XlsxReport() {}

    static ReportSeal write(ReportContent content, OutputStream target) throws IOException {
        Workbook workbook = new Workbook(target, "Mammoflow", "1.0");
        int sheet = 0;
        do {
            rows(workbook.newWorksheet(++sheet == 1 ? "Findings" : "Findings " + sheet), content.rows());
        } while (content.rows().hasNext());
        ReportSeal seal = content.rows().seal();
        about(workbook.newWorksheet("About"), content, seal);
        workbook.finish();
        return seal;
    }

    private static void rows(Worksheet sheet, FileTally rows) throws IOException {
        for (int column = 0; column < Cells.HEADINGS.size(); column++) {
            sheet.value(0, column, Cells.HEADINGS.get(column));
        }
        sheet.freezePane(0, 1);
        for (int line = 1; line <= ROWS_OF_A_SHEET && rows.hasNext(); line++) {
            row(sheet, line, Cells.of(rows.next()));
            if (line % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void row(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (NUMBERS.contains(Cells.HEADINGS.get(column))) {
                sheet.value(line, column, Double.valueOf(cell));
            } else if (!cell.isEmpty()) {
                sheet.inlineString(line, column, cell);
            }
        }
    }

    private static void about(Worksheet sheet, ReportContent content, ReportSeal seal) throws IOException {
        int line = 0;
        for (String text : content.lines(seal)) {
            sheet.value(line++, 0, text);
        }
        for (String text : content.numbers()) {
            sheet.value(line++, 0, text);
        }
        sheet.finish();
    }
}
