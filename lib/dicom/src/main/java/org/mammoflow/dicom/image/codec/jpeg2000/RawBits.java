package org.mammoflow.dicom.image.codec.jpeg2000;

/** Bits of a pass that bypasses the arithmetic coder (D.6): after a byte FF seven bits; ones past the end. */
final class RawBits {
    private byte[] bytes;
    private int position;
    private int end;
    private int current;
    private int left;

    void start(byte[] segment, int length) {
        bytes = segment;
        position = 0;
        end = length;
        current = 0;
        left = 0;
    }

    int next() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = position < end ? bytes[position++] & 0xFF : 0xFF;
        }
        return current >> --left & 1;
    }
}
