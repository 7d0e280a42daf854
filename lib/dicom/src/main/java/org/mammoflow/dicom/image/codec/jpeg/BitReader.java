package org.mammoflow.dicom.image.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.mammoflow.dicom.image.codec.BadCodestream;

/**
 * Reads bits, first bit highest, from bytes without stuffing. Reads past the end deliver the padding's zeros until the next {@link
 * #fill} notices: callers finish with {@link #requireNotExhausted}.
 */
final class BitReader {
    /** Zero bytes that must follow the end in the array. */
    static final int PADDING = 16;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int position;
    private long window;
    private int available;

    BitReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Makes at least 32 bits available. */
    void fill() {
        if (available < 32) {
            if (position > end + PADDING - 4) {
                throw exhausted();
            }
            window |= ((int) INT.get(bytes, position) & 0xFFFFFFFFL) << 32 - available;
            position += 4;
            available += 32;
        }
    }

    /** The next {@code count} (1 to 32) bits without taking them. */
    int peek(int count) {
        return (int) (window >>> 64 - count);
    }

    void skip(int count) {
        window <<= count;
        available -= count;
    }

    int take(int count) {
        if (count == 0) {
            return 0;
        }
        int value = peek(count);
        skip(count);
        return value;
    }

    /** Fails when more bits were taken than the segment has. */
    void requireNotExhausted() {
        if (8L * position - available > 8L * end) {
            throw exhausted();
        }
    }

    private static BadCodestream exhausted() {
        return BadCodestream.broken("JPEG entropy-coded data end before all rows are decoded");
    }
}
