package org.mammoflow.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mammoflow.platform.Digest;

/**
 * An access report as CSV (RFC 4180, UTF-8). Like the report of findings it ends with lines that begin with {@code #}; the
 * digest covers every byte before them. It names no patient: whoever asked knows whom it is about.
 */
final class AccessCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("number", "at_utc", "actor", "role", "action", "object_type", "object_id", "why", "source")
            .get();

    private AccessCsv() {}

    static String of(AccessReport report, String askedBy, Instant askedAt) {
        String rows = rows(report);
        return rows + "# Mammoflow access report\r\n# rows: " + report.total() + "\r\n# sha256: " + digest(rows)
                + " (every byte before these lines)\r\n# asked by: " + askedBy.replaceAll("\\p{Cntrl}", " ")
                + "\r\n# asked at: " + askedAt + " UTC\r\n";
    }

    private static String digest(String rows) {
        Digest digest = new Digest();
        digest.update(ByteBuffer.wrap(rows.getBytes(StandardCharsets.UTF_8)));
        return digest.value();
    }

    private static String rows(AccessReport report) {
        StringBuilder rows = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(rows, FORMAT)) {
            for (AccessLine line : report.lines()) {
                printer.printRecord(
                        line.seq(),
                        line.at(),
                        Cells.inert(line.actor()),
                        line.role(),
                        line.action(),
                        line.objectType(),
                        Cells.inert(line.objectId()),
                        Cells.inert(line.why()),
                        Cells.inert(line.source()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes whatever is written", e);
        }
        return rows.toString();
    }
}
