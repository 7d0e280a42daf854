package org.mammoflow.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mammoflow.platform.Digest;

/**
 * Writes rows as CSV (RFC 4180, UTF-8): headings, rows, then lines that begin with {@code #} and say what the file is. The
 * digest covers every byte before those lines; a file without them is not whole.
 */
final class CsvReport {

    private CsvReport() {}

    static ReportSeal write(Iterator<ReportRow> rows, ReportTitle title, OutputStream target) throws IOException {
        DigestingStream digesting = new DigestingStream(target);
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(digesting, StandardCharsets.UTF_8));
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(Cells.HEADINGS);
        long count = 0;
        while (rows.hasNext()) {
            printer.printRecord(Cells.of(rows.next()));
            count++;
        }
        printer.flush();
        ReportSeal seal = new ReportSeal(count, digesting.value());
        for (String line : title.lines(seal)) {
            writer.write("# " + line.replaceAll("\\p{Cntrl}", " ") + "\r\n");
        }
        writer.flush();
        return seal;
    }

    /** Hashes what passes through. */
    private static final class DigestingStream extends OutputStream {

        private final OutputStream target;
        private final Digest digest = new Digest();

        DigestingStream(OutputStream target) {
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

        String value() {
            return digest.value();
        }
    }
}
