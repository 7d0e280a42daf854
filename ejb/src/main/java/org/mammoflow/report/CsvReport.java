package org.mammoflow.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a report as CSV (RFC 4180, UTF-8): after headings and rows come lines that begin with {@code #} and say what the
 * file is. The digest covers every byte before those lines; a file without them is not whole.
 */
final class CsvReport {

    private CsvReport() {}

    /** @param content whose rows write themselves into the target while they pass */
    static ReportSeal write(ReportContent content, OutputStream target) throws IOException {
        while (content.rows().hasNext()) {
            content.rows().next();
        }
        ReportSeal seal = content.rows().seal();
        List<String> closing = new ArrayList<>(content.lines(seal));
        closing.addAll(content.numbers());
        for (String line : closing) {
            target.write(("# " + line.replaceAll("\\p{Cntrl}", " ") + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return seal;
    }
}
