package org.mammoflow.dicom.image.codec.jpegls;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** What the marker segments before the scan's data say (ISO/IEC 14495-1 Annex C). */
final class Headers {
    private int precision;
    private int[] preset = new int[5];
    private int restartLines;

    void readFrame(ByteCursor segment, SampleGrid promised) {
        precision = segment.u8();
        int rows = segment.u16();
        int columns = segment.u16();
        int components = segment.u8();
        if (precision < 2 || precision > 16) {
            throw BadCodestream.broken("JPEG-LS precision %d is not 2 to 16", precision);
        }
        promised.requireSame(rows, columns, components, precision);
    }

    /** MAXVAL, T1, T2, T3 and RESET; zero stands for the default. */
    void readPreset(ByteCursor segment) {
        int kind = segment.u8();
        if (kind != 1) {
            throw BadCodestream.unsupported("JPEG-LS extension (LSE) of type %d is not supported", kind);
        }
        for (int i = 0; i < preset.length; i++) {
            preset[i] = segment.u16();
        }
    }

    /** Counted in lines, as one line is the smallest unit of a scan with one component. */
    void readRestartInterval(ByteCursor segment) {
        long lines = 0;
        while (!segment.isEmpty()) {
            lines = lines << 8 | segment.u8();
        }
        restartLines = (int) Math.min(lines, Integer.MAX_VALUE);
    }

    int restartLines() {
        return restartLines;
    }

    Parameters parameters(ByteCursor scanHeader) {
        if (precision == 0) {
            throw BadCodestream.broken("JPEG-LS scan (SOS) before its frame header (SOF55)");
        }
        int components = scanHeader.u8();
        scanHeader.u8(); // component identifier
        int mappingTable = scanHeader.u8();
        int near = scanHeader.u8();
        scanHeader.u8(); // interleaving means nothing with one component
        int pointTransform = scanHeader.u8() & 0xF;
        if (components != 1) {
            throw BadCodestream.broken("JPEG-LS scan of %d components, frame has 1", components);
        }
        if (mappingTable != 0 || pointTransform != 0) {
            throw BadCodestream.unsupported("JPEG-LS mapping tables and point transform are not supported");
        }
        return Parameters.of(precision, near, preset);
    }
}
