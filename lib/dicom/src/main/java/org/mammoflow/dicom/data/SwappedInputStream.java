package org.mammoflow.dicom.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Turns big endian numbers into little endian ones. */
final class SwappedInputStream extends FilterInputStream {

    private final byte[] number;
    private int next;
    private int available;

    SwappedInputStream(InputStream in, int unit) {
        super(in);
        number = new byte[unit];
    }

    static byte[] swap(byte[] numbers, int unit) {
        for (int start = 0; start + unit <= numbers.length; start += unit) {
            reverse(numbers, start, start + unit - 1);
        }
        return numbers;
    }

    @Override
    public int read() throws IOException {
        if (next == available) {
            next = 0;
            available = in.readNBytes(number, 0, number.length);
            if (available == number.length) {
                reverse(number, 0, number.length - 1);
            }
        }
        return next == available ? -1 : number[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        for (int value; count < length && (value = read()) >= 0; count++) {
            target[offset + count] = (byte) value;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public int available() {
        return available - next;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static void reverse(byte[] bytes, int from, int to) {
        for (int low = from, high = to; low < high; low++, high--) {
            byte kept = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = kept;
        }
    }
}
