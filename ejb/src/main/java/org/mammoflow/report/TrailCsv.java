package org.mammoflow.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.platform.Digest;

/**
 * Rows of the trail as CSV (RFC 4180, UTF-8). Like the report of findings it ends with lines that begin with {@code #}; the
 * digest covers every byte before them. It proves no chain, as rows are left out: that is what the export of the whole trail
 * is for.
 */
final class TrailCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Digest digest = new Digest();
    private final OutputStream target;
    private long rows;

    TrailCsv(OutputStream target) throws IOException {
        this.target = target;
        put(FORMAT.format(
                "number", "at_utc", "actor", "role", "action", "object_type", "object_id", "detail", "source", "hash"));
    }

    void write(List<AuditEntry> entries) throws IOException {
        for (AuditEntry row : entries) {
            put(FORMAT.format(
                    row.seq(),
                    row.recordedAt(),
                    Cells.inert(row.actor()),
                    row.actorRole(),
                    row.action(),
                    row.objectType(),
                    Cells.inert(row.objectId()),
                    Cells.inert(row.detail()),
                    Cells.inert(row.source()),
                    row.hash()));
            rows++;
        }
    }

    private void put(String line) throws IOException {
        byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.wrap(bytes));
        target.write(bytes);
    }

    long rows() {
        return rows;
    }

    void close(TrailFilter filter, String askedBy, Instant askedAt) throws IOException {
        List<String> lines = List.of(
                "Mammoflow audit trail, filtered: " + filter.words(),
                "rows: " + rows,
                "sha256: " + digest.value() + " (every byte before these lines)",
                "asked by: " + askedBy,
                "asked at: " + askedAt + " UTC");
        for (String line : lines) {
            target.write(("# " + line.replaceAll("\\p{Cntrl}", " ") + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
