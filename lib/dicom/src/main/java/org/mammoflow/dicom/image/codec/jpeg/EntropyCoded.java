package org.mammoflow.dicom.image.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** A scan's entropy-coded data without byte stuffing, cut at its restart markers (ISO/IEC 10918-1 B.1.1.5 and F.1.2.3). */
final class EntropyCoded {
    private final byte[] bytes;
    /** Where each interval ends in {@code bytes}; it begins {@link BitReader#PADDING} bytes after the one before. */
    private final List<Integer> ends = new ArrayList<>();

    private int length;

    private EntropyCoded(int capacity) {
        bytes = new byte[capacity];
    }

    static EntropyCoded read(byte[] codestream, int start) {
        int size = codestream.length - start;
        // A restart marker of two bytes makes room for padding of sixteen: room for as many as there are.
        EntropyCoded coded = new EntropyCoded(size + BitReader.PADDING * (1 + restartMarkers(codestream, start)));
        coded.copy(codestream, start);
        return coded;
    }

    int intervals() {
        return ends.size();
    }

    BitReader interval(int index) {
        int start = index == 0 ? 0 : ends.get(index - 1) + BitReader.PADDING;
        return new BitReader(bytes, start, ends.get(index));
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
        while (in < codestream.length) {
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
        ends.add(length);
    }

    private void endIntervalAt(int restart) {
        if (restart - Marker.RST0 != (ends.size() & 7)) {
            throw BadCodestream.broken("JPEG restart marker %d is out of turn", restart - Marker.RST0);
        }
        ends.add(length);
        length += BitReader.PADDING;
    }
}
