package org.mammoflow.dicom.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A value that stays where it is until it is asked for. Numbers come in little endian whatever the transfer syntax. */
public final class BulkData implements Value {

    /** Where the bytes lie. */
    @FunctionalInterface
    interface Source {

        /** Everything from an offset on. */
        InputStream open(long offset) throws IOException;

        /** So many bytes from an offset on; fewer where the source ends. Loads them unless it knows better. */
        default ByteBuffer view(long offset, int count) throws IOException {
            try (InputStream in = open(offset)) {
                return ByteBuffer.wrap(in.readNBytes(count));
            }
        }

        /** For values that went by on a stream and were not kept. */
        static Source gone() {
            return offset -> {
                throw new IOException("value at byte " + offset + " was not kept: it arrived on a stream");
            };
        }
    }

    private final Source source;
    private final long offset;
    private final long length;
    private final int swappedUnit;

    BulkData(Source source, long offset, long length, int swappedUnit) {
        this.source = source;
        this.offset = offset;
        this.length = length;
        this.swappedUnit = swappedUnit;
    }

    public static BulkData of(byte[] value) {
        return new BulkData(
                at -> new ByteArrayInputStream(value, (int) at, value.length - (int) at), 0, value.length, 1);
    }

    /** Where the value begins, in bytes from the start of the file or data set (inflated, if it was deflated). */
    public long offset() {
        return offset;
    }

    /** Its length in bytes, which has been checked against what the file holds. */
    public long length() {
        return length;
    }

    /** The value from its start, ending after {@link #length()} bytes. */
    public InputStream open() throws IOException {
        InputStream bytes = new LimitedInputStream(source.open(offset), length);
        return swappedUnit == 1 ? bytes : new SwappedInputStream(bytes, swappedUnit);
    }

    /**
     * A part of the value where it lies: of a file, mapped instead of loaded, so that nothing is copied. The file must stay
     * as it is for as long as the view is used.
     *
     * @param from in bytes from the start of the value
     * @return read only, little endian, exactly {@code count} bytes
     * @throws IOException when the value ends before, or cannot be read
     */
    public ByteBuffer view(long from, int count) throws IOException {
        if (from < 0 || count < 0 || count > length - from) {
            throw new IOException(
                    "value at byte " + offset + ": length " + length + ", wanted " + count + " from " + from);
        }
        ByteBuffer bytes = swappedUnit == 1 ? source.view(offset + from, count) : loaded(from, count);
        if (bytes.remaining() < count) {
            throw new EOFException((count - bytes.remaining()) + " bytes of the value are missing");
        }
        return bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer loaded(long from, int count) throws IOException {
        try (InputStream in = open()) {
            in.skipNBytes(from);
            return ByteBuffer.wrap(in.readNBytes(count));
        }
    }

    /**
     * The whole value.
     *
     * @param limit the most bytes that may be loaded
     * @throws IOException when it is longer or cannot be read
     */
    public byte[] read(int limit) throws IOException {
        if (length > limit) {
            throw new IOException("value at byte " + offset + ": length " + length + ", limit " + limit);
        }
        try (InputStream in = open()) {
            return in.readNBytes((int) length);
        }
    }
}
