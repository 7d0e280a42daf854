package org.mammoflow.dicom.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A value that stays where it is until it is asked for. Numbers come in little endian whatever the transfer syntax. */
public final class BulkData implements Value {

    /** Where the bytes lie. */
    @FunctionalInterface
    interface Source {

        /** Everything from an offset on. */
        InputStream open(long offset) throws IOException;

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
