package org.mammoflow.dicom.image.codec;

/** Reads big endian numbers from a codestream's headers; every read is checked against the end. */
public final class ByteCursor {
    private final byte[] bytes;
    private int position;
    private final int end;

    public ByteCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteCursor(byte[] bytes, int position, int end) {
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return end - position;
    }

    public boolean isEmpty() {
        return position >= end;
    }

    public int u8() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    public int u16() {
        require(2);
        return u8() << 8 | u8();
    }

    public long u32() {
        require(4);
        return (long) u16() << 16 | u16();
    }

    /** The next {@code length} bytes as a cursor of their own; this one moves behind them. */
    public ByteCursor slice(int length) {
        require(length);
        ByteCursor part = new ByteCursor(bytes, position, position + length);
        position += length;
        return part;
    }

    /** A marker segment's parameters: a two-byte length that counts itself, then the content. */
    public ByteCursor segment() {
        int length = u16();
        if (length < 2) {
            throw BadCodestream.broken("marker segment at byte %d has length %d, less than 2", position - 2, length);
        }
        return slice(length - 2);
    }

    public void moveTo(int newPosition) {
        position = newPosition;
    }

    private void require(int length) {
        if (length < 0 || end - position < length) {
            throw BadCodestream.broken("codestream ends at byte %d, %d more bytes expected", end, length);
        }
    }
}
