package org.mammoflow.dicom.image.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.mammoflow.dicom.image.codec.BadCodestream;

/**
 * Reads the bits of a scan: after a byte FF the next byte carries seven (ISO/IEC 14495-1 A.1). Reads past the end deliver zeros until
 * {@link #requireNotExhausted} is asked.
 */
final class BitReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int position;
    private boolean afterFf;
    private long window;
    private int available;
    private int invented;

    BitReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /**
     * Reads a Golomb code word of limited length (A.5.3).
     *
     * @param k bits that follow the unary part
     * @param longestUnary zeros that announce an escape instead
     * @param escapeBits bits of the escaped value minus one
     */
    int golomb(int k, int longestUnary, int escapeBits) {
        fill();
        int zeros = Long.numberOfLeadingZeros(window);
        int length = zeros + 1 + k;
        if (length > 32 || zeros >= longestUnary) {
            return longGolomb(k, longestUnary, escapeBits);
        }
        long behindUnary = window << zeros + 1;
        window = behindUnary << k;
        available -= length;
        return zeros << k | (int) (behindUnary >>> 1 >>> 63 - k);
    }

    private int longGolomb(int k, int longestUnary, int escapeBits) {
        int zeros = 0;
        while (take(1) == 0) {
            zeros++;
            if (zeros > longestUnary) {
                throw BadCodestream.broken("JPEG-LS code word before byte %d is longer than its limit", position);
            }
        }
        return zeros < longestUnary ? zeros << k | take(k) : take(escapeBits) + 1;
    }

    /** The next {@code count} (0 to 32) bits. */
    int take(int count) {
        fill();
        int value = (int) (window >>> 1 >>> 63 - count);
        window <<= count;
        available -= count;
        return value;
    }

    /** Fails when more bits were taken than the scan has. */
    void requireNotExhausted() {
        if (available < invented) {
            throw BadCodestream.broken("JPEG-LS data end at byte %d before all rows are decoded", position);
        }
    }

    /** Goes behind the restart marker that must come next. */
    BitReader behindRestartMarker(int number) {
        int next = position - available / 8 - 2;
        for (int i = Math.max(0, next); i < Math.min(bytes.length - 1, next + 8); i++) {
            if (bytes[i] == (byte) 0xFF && (bytes[i + 1] & 0xFF) == (0xD0 | number & 7)) {
                return new BitReader(bytes, i + 2);
            }
        }
        throw BadCodestream.broken("JPEG-LS restart marker %d missing near byte %d", number & 7, next);
    }

    private void fill() {
        if (available > 32) {
            return;
        }
        if (!afterFf && position <= bytes.length - 4) {
            int next = (int) INT.get(bytes, position);
            if ((~next - 0x01010101 & next & 0x80808080) == 0) { // no byte is FF
                window |= (next & 0xFFFFFFFFL) << 32 - available;
                position += 4;
                available += 32;
                return;
            }
        }
        fillByByte();
    }

    private void fillByByte() {
        while (available <= 56) {
            int next = nextByte();
            int width = afterFf ? 7 : 8;
            window |= (long) next << 64 - width - available;
            available += width;
            afterFf = next == 0xFF;
        }
    }

    private int nextByte() {
        if (position < bytes.length) {
            int next = bytes[position] & 0xFF;
            boolean marker = next >= 0x80 && afterFf;
            if (!marker) {
                position++;
                return next;
            }
        }
        invented += afterFf ? 7 : 8;
        return 0;
    }
}
