package org.mammoflow.dicom.image.codec.jpeg2000;

import org.mammoflow.dicom.image.codec.BadCodestream;

/** Bits of a packet header: after a byte FF the next byte carries seven (B.10.1). */
final class HeaderBits {
    private final byte[] bytes;
    private int position;
    private int current;
    private int left;

    HeaderBits(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int next() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = nextByte();
        }
        return current >> --left & 1;
    }

    int next(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | next();
        }
        return value;
    }

    /** Where the packet's body begins. */
    int end() {
        return current == 0xFF ? position + 1 : position;
    }

    private int nextByte() {
        if (position >= bytes.length) {
            throw BadCodestream.broken("JPEG 2000 packets end before all layers are read");
        }
        return bytes[position++] & 0xFF;
    }
}
