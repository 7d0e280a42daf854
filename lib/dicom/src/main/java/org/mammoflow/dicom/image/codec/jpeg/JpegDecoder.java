package org.mammoflow.dicom.image.codec.jpeg;

import java.util.Set;
import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;
import org.mammoflow.dicom.image.codec.Decoder;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** Decodes a JPEG codestream of one of the processes that its transfer syntax allows. */
public final class JpegDecoder implements Decoder {
    private final Set<Process> allowed;

    private JpegDecoder(Set<Process> allowed) {
        this.allowed = allowed;
    }

    /** Transfer syntax .50: baseline; an extended header with 8 bits is the same codestream and is accepted. */
    public static JpegDecoder baseline() {
        return new JpegDecoder(Set.of(Process.BASELINE, Process.EXTENDED));
    }

    /** Transfer syntax .51. */
    public static JpegDecoder extended() {
        return new JpegDecoder(Set.of(Process.BASELINE, Process.EXTENDED));
    }

    /** Transfer syntaxes .57 and .70. */
    public static JpegDecoder lossless() {
        return new JpegDecoder(Set.of(Process.LOSSLESS));
    }

    /** The samples, the data without stuffing, cut at no more restart markers than rows or blocks, and the tables. */
    @Override
    public long heapBytes(byte[] head, long length, SampleGrid promised) {
        int blocks = (promised.rows() + 7) / 8 * ((promised.columns() + 7) / 8);
        long intervals = Math.min(length / 2 + 1, Math.max(promised.rows(), blocks));
        return 2L * promised.samples() + length + EntropyCoded.BYTES_PER_INTERVAL * intervals + (2 << 20);
    }

    @Override
    public short[] decode(byte[] codestream, SampleGrid promised) {
        ByteCursor cursor = new ByteCursor(codestream);
        if (Marker.next(cursor) != Marker.SOI) {
            throw BadCodestream.broken("JPEG codestream does not begin with SOI (FFD8)");
        }
        Tables tables = new Tables();
        FrameHeader frame = null;
        while (true) {
            int marker = Marker.next(cursor);
            if (Marker.isStartOfFrame(marker)) {
                frame = FrameHeader.read(marker, cursor.segment());
                check(frame, promised);
            } else if (marker == Marker.SOS) {
                return scan(codestream, cursor, frame, tables);
            } else if (marker == Marker.EOI) {
                throw BadCodestream.broken("JPEG codestream ends before its scan (SOS)");
            } else {
                tables.read(marker, cursor.segment());
            }
        }
    }

    private void check(FrameHeader frame, SampleGrid promised) {
        if (!allowed.contains(frame.process())) {
            throw BadCodestream.contradiction(
                    "JPEG process %s does not belong to the transfer syntax", frame.process());
        }
        promised.requireSame(frame.rows(), frame.columns(), frame.components(), frame.precision());
    }

    private static short[] scan(byte[] codestream, ByteCursor cursor, FrameHeader frame, Tables tables) {
        if (frame == null) {
            throw BadCodestream.broken("JPEG scan (SOS) before its frame header (SOF)");
        }
        ScanHeader scan = ScanHeader.read(cursor.segment(), frame);
        return frame.process() == Process.LOSSLESS
                ? new LosslessScan(frame, scan, tables).decode(codestream, cursor.position())
                : new SequentialScan(frame, scan, tables).decode(codestream, cursor.position());
    }
}
