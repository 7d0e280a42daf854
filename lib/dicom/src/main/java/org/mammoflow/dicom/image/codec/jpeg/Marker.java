package org.mammoflow.dicom.image.codec.jpeg;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;

/** Marker codes of ISO/IEC 10918-1 table B.1, without their leading FF. */
final class Marker {
    static final int SOF0 = 0xC0;
    static final int SOF1 = 0xC1;
    static final int SOF3 = 0xC3;
    static final int DHT = 0xC4;
    static final int DAC = 0xCC;
    static final int RST0 = 0xD0;
    static final int RST7 = 0xD7;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DRI = 0xDD;

    private Marker() {}

    /** The next marker; fill bytes before it are skipped. */
    static int next(ByteCursor cursor) {
        if (cursor.u8() != 0xFF) {
            throw BadCodestream.broken("JPEG marker expected at byte %d", cursor.position() - 1);
        }
        int code = cursor.u8();
        while (code == 0xFF) {
            code = cursor.u8();
        }
        return code;
    }

    static boolean isStartOfFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != DHT && code != 0xC8 && code != DAC;
    }

    static boolean isRestart(int code) {
        return code >= RST0 && code <= RST7;
    }
}
