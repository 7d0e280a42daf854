package org.mammoflow.dicom.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.OptionalLong;

/** Buffered bytes of a data set that know their position; skipping seeks where the channel can. */
final class Input {

    private static final int BUFFER = 8192;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private final OptionalLong end;
    private long bufferStart;

    /** @param start the position of the channel's next byte */
    Input(ReadableByteChannel channel, long start) throws IOException {
        this.channel = channel;
        this.bufferStart = start;
        // Asked once: two system calls for each element cost more than all the rest of reading it.
        this.end = channel instanceof SeekableByteChannel file
                ? OptionalLong.of(start + file.size() - file.position())
                : OptionalLong.empty();
    }

    long position() {
        return bufferStart + buffer.position();
    }

    /** How many bytes are left, where the channel can tell. */
    OptionalLong left() {
        return end.isPresent() ? OptionalLong.of(end.getAsLong() - position()) : end;
    }

    boolean atEnd() throws IOException {
        return !fill(1);
    }

    /** The next bytes without taking them; fewer at the end. At most {@value #BUFFER}. */
    byte[] peek(int count) throws IOException {
        fill(count);
        int start = buffer.position();
        return Arrays.copyOfRange(buffer.array(), start, start + Math.min(count, buffer.remaining()));
    }

    /** The next bytes; fewer at the end. Memory grows with what arrives, not with what is asked for. */
    byte[] read(int count) throws IOException {
        byte[] bytes = new byte[Math.min(count, BUFFER)];
        int length = 0;
        while (length < count && fill(1)) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(count, length * 2));
            }
            int part = Math.min(buffer.remaining(), bytes.length - length);
            buffer.get(bytes, length, part);
            length += part;
        }
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** @return how many bytes were there to be skipped */
    long skip(long count) throws IOException {
        if (channel instanceof SeekableByteChannel file && count > buffer.remaining()) {
            return seek(file, count);
        }
        long left = count;
        while (left > 0 && fill(1)) {
            int part = (int) Math.min(buffer.remaining(), left);
            buffer.position(buffer.position() + part);
            left -= part;
        }
        return count - left;
    }

    private long seek(SeekableByteChannel file, long count) throws IOException {
        long possible = Math.min(count, left().getAsLong());
        long ahead = possible - buffer.remaining();
        bufferStart = position() + possible;
        buffer.position(0).limit(0);
        file.position(file.position() + ahead);
        return possible;
    }

    private boolean fill(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return true;
        }
        bufferStart += buffer.position();
        buffer.compact();
        int read = 0;
        while (buffer.position() < count && read >= 0) {
            read = channel.read(buffer);
        }
        buffer.flip();
        return buffer.remaining() >= count;
    }
}
