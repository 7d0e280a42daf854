package org.mammoflow.dicom.net.storage.disk;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written once, from front to end. It stays where it is when it is closed, whole or not. */
public final class IncomingFile implements AutoCloseable {

    private final Path path;
    private final boolean pastPageCache;
    private final FileChannel cached;
    private FileChannel direct;
    private long length;

    IncomingFile(Path path, boolean pastPageCache) throws IOException {
        this.path = path;
        this.pastPageCache = pastPageCache;
        this.cached = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    public Path path() {
        return path;
    }

    /** In bytes. */
    public long length() {
        return length;
    }

    /** Makes what was written, and the length, survive a power failure; under which name is the folder's business. */
    public void force() throws IOException {
        cached.force(true);
    }

    /** Only the last of a file's chunks is not whole: so every whole one begins where a block of the disk does. */
    void append(ByteBuffer bytes) throws IOException {
        FileChannel channel = pastPageCache && bytes.remaining() == Chunk.SIZE ? direct() : cached;
        while (bytes.hasRemaining()) {
            length += channel.write(bytes, length);
        }
    }

    // Small files never need it.
    private FileChannel direct() throws IOException {
        if (direct == null) {
            direct = FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
        }
        return direct;
    }

    @Override
    public void close() throws IOException {
        try (cached) {
            if (direct != null) {
                direct.close();
            }
        }
    }
}
