package org.mammoflow.dicom.image.codec.jpeg;

import org.mammoflow.dicom.image.codec.BadCodestream;

/** A scan's entropy-coded data without byte stuffing, cut at its restart markers (ISO/IEC 10918-1 B.1.1.5 and F.1.2.3). */
final class EntropyCoded {
    /** A restart marker of two bytes makes room for padding of sixteen, and for where its interval ends. */
    static final int BYTES_PER_INTERVAL = BitReader.PADDING + Integer.BYTES;

    private final byte[] bytes;
    /** Where each interval ends in {@code bytes}; it begins {@link BitReader#PADDING} bytes after the one before. */
    private final int[] ends;

    private int intervals;
    private int length;

    private EntropyCoded(int size, int intervals) {
        bytes = new byte[size + BitReader.PADDING * intervals];
        ends = new int[intervals];
    }

    /** @param wanted intervals that the headers tell of, above 0; what comes after them is not looked at */
    static EntropyCoded read(byte[] codestream, int start, int wanted) {
        int intervals = 1 + Math.min(wanted - 1, restartMarkers(codestream, start));
        EntropyCoded coded = new EntropyCoded(codestream.length - start, intervals);
        coded.copy(codestream, start);
        return coded;
    }

    int intervals() {
        return intervals;
    }

    BitReader interval(int index) {
        int start = index == 0 ? 0 : ends[index - 1] + BitReader.PADDING;
        return new BitReader(bytes, start, ends[index]);
    }

    private static int restartMarkers(byte[] codestream, int start) {
        int count = 0;
        for (int i = start; i < codestream.length - 1; i++) {
            if (codestream[i] == (byte) 0xFF && Marker.isRestart(codestream[i + 1] & 0xFF)) {
                count++;
            }
        }
        return count;
    }

    private void copy(byte[] codestream, int start) {
        int in = start;
        while (in < codestream.length && intervals < ends.length) {
            byte value = codestream[in++];
            if (value != (byte) 0xFF) {
                bytes[length++] = value;
                continue;
            }
            int code = in < codestream.length ? codestream[in++] & 0xFF : Marker.EOI;
            if (code == 0) {
                bytes[length++] = value;
            } else if (code == 0xFF) {
                in--; // fill byte
            } else if (Marker.isRestart(code)) {
                endIntervalAt(code);
            } else {
                break;
            }
        }
        if (intervals < ends.length) {
            ends[intervals++] = length;
        }
    }

    private void endIntervalAt(int restart) {
        if (restart - Marker.RST0 != (intervals & 7)) {
            throw BadCodestream.broken("JPEG restart marker %d is out of turn", restart - Marker.RST0);
        }
        ends[intervals++] = length;
        length += BitReader.PADDING;
    }
}
