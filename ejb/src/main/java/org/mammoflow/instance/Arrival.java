package org.mammoflow.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mammoflow.platform.Digest;

/** One object on its way to the disk: written and hashed in the same pass, never held whole in memory. */
final class Arrival implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;
    private static final ThreadLocal<ByteBuffer> BUFFERS =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER));

    private final Path part;
    private final FileChannel channel;
    private final Digest digest = new Digest();
    private long size;

    Arrival(Path part) throws IOException {
        this.part = part;
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void write(byte[] bytes) throws IOException {
        append(ByteBuffer.wrap(bytes));
    }

    /** Takes everything that the channel brings. */
    void write(ReadableByteChannel source) throws IOException {
        ByteBuffer buffer = BUFFERS.get();
        while (source.read(buffer.clear()) >= 0) {
            append(buffer.flip());
        }
    }

    /** Forces the content to the disk and tells its SHA-256, lower-case hexadecimal. */
    String seal() throws IOException {
        channel.force(true);
        channel.close();
        return digest.value();
    }

    long size() {
        return size;
    }

    Path part() {
        return part;
    }

    /** Leaves nothing behind unless the file has been moved to its place. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    private void append(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
