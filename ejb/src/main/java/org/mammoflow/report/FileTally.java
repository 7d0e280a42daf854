package org.mammoflow.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mammoflow.platform.Digest;

/**
 * Rows on their only way into a file: whatever the format, each passes here, is counted, and goes into the digest as the
 * line of CSV that it is. So every format of one report has the same digest and the same numbers.
 */
final class FileTally implements Iterator<ReportRow> {

    private final Iterator<ReportRow> rows;
    private final Tallies tallies = new Tallies();
    private final TruthTally truths = new TruthTally();
    private final Digest digest = new Digest();
    private final BufferedWriter writer;
    private final CSVPrinter printer;
    private final ExportProgress progress;
    private long count;

    FileTally(Iterator<ReportRow> rows) throws IOException {
        this(rows, OutputStream.nullOutputStream());
    }

    /** @param target where the lines of CSV go, headings first */
    FileTally(Iterator<ReportRow> rows, OutputStream target) throws IOException {
        this(rows, target, new ExportProgress());
    }

    /** @param progress is told of each row, and stops them when the file is cancelled */
    FileTally(Iterator<ReportRow> rows, OutputStream target, ExportProgress progress) throws IOException {
        this.rows = rows;
        this.progress = progress;
        this.writer =
                new BufferedWriter(new OutputStreamWriter(new Digesting(target), StandardCharsets.UTF_8), 1 << 16);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(Cells.HEADINGS);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ReportRow next() {
        progress.row();
        ReportRow row = rows.next();
        try {
            printer.printRecord(Cells.of(row));
        } catch (IOException e) {
            throw new UncheckedIOException("report not written: " + e.getMessage(), e);
        }
        tallies.add(Tallies.Alike.of(row), 1);
        truths.add(row);
        count++;
        return row;
    }

    /** Once all rows have passed. */
    ReportSeal seal() throws IOException {
        printer.flush();
        return new ReportSeal(count, digest.value());
    }

    Statistics statistics(Circumstances beside) {
        return beside.statistics(tallies, truths.truth());
    }

    private final class Digesting extends OutputStream {

        private final OutputStream target;

        Digesting(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digest.update(ByteBuffer.wrap(bytes, offset, length));
            target.write(bytes, offset, length);
        }
    }
}
