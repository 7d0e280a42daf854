package org.mammoflow.bench.intake;

import java.nio.ByteBuffer;
import java.util.Random;

/**
 * A C-STORE-RQ with its data set as the bytes of its PDUs: a small head with the SOP Instance UID, made for every
 * object, and a tail that all objects share.
 */
final class EncodedObject {

    private static final int COLUMNS = 1000;

    private final int rows;
    private final int fragment;
    private final ByteBuffer tail;

    /** @param maximumLength of a P-DATA-TF variable field */
    EncodedObject(int bytes, int maximumLength) {
        this.rows = bytes / 2 / COLUMNS;
        this.fragment = maximumLength - 6 & ~1;
        this.tail = tail();
    }

    private ByteBuffer tail() {
        byte[] pixels = new byte[rows * COLUMNS * 2];
        new Random(1).nextBytes(pixels);
        int pdus = (pixels.length + fragment - 1) / fragment;
        ByteBuffer out = ByteBuffer.allocateDirect(pixels.length + pdus * 12);
        for (int start = 0; start < pixels.length; start += fragment) {
            int count = Math.min(fragment, pixels.length - start);
            boolean last = start + count == pixels.length;
            out.put((byte) 4).put((byte) 0).putInt(count + 6).putInt(count + 2);
            out.put((byte) 1).put((byte) (last ? 2 : 0)).put(pixels, start, count);
        }
        return out.flip();
    }

    ByteBuffer head(String sopInstanceUid) {
        return ByteBuffer.wrap(Wire.join(
                Wire.pData(3, Wire.storeRq(sopInstanceUid)),
                Wire.pData(0, Wire.header(sopInstanceUid, rows, COLUMNS))));
    }

    ByteBuffer tailView() {
        return tail.duplicate();
    }

    /** Bytes on the wire of one object. */
    int length(String sopInstanceUid) {
        return head(sopInstanceUid).remaining() + tail.capacity();
    }
}
