package org.mammoflow.dicom.image.codec.jpegls;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** The samples of a scan, line by line (ISO/IEC 14495-1 Annex A); after a restart marker everything begins anew. */
final class Scan {
    private final Parameters parameters;
    private final int restartLines;
    private BitReader bits;

    Scan(byte[] codestream, int start, Parameters parameters, int restartLines) {
        this.bits = new BitReader(codestream, start);
        this.parameters = parameters;
        this.restartLines = restartLines;
    }

    short[] decode(SampleGrid grid) {
        short[] samples = new short[grid.samples()];
        int lines = restartLines == 0 ? grid.rows() : restartLines;
        int interval = 0;
        for (int first = 0; first < grid.rows(); first += lines) {
            if (first > 0) {
                bits = bits.behindRestartMarker(interval++);
            }
            decode(samples, grid.columns(), first, Math.min(lines, grid.rows() - first));
            if (lines > grid.rows() - first) {
                break;
            }
        }
        return samples;
    }

    /** Lines have a sample more at both ends: what counts as left of the first and right of the last one. */
    private void decode(short[] samples, int columns, int firstRow, int rows) {
        LineDecoder decoder = new LineDecoder(bits, parameters);
        int[] above = new int[columns + 2];
        int[] line = new int[columns + 2];
        for (int y = firstRow; y < firstRow + rows; y++) {
            BadCodestream.stopIfInterrupted();
            line[0] = above[1];
            above[columns + 1] = above[columns];
            decoder.decode(above, line);
            bits.requireNotExhausted();
            for (int x = 0; x < columns; x++) {
                samples[y * columns + x] = (short) line[x + 1];
            }
            int[] swap = above;
            above = line;
            line = swap;
        }
    }
}
