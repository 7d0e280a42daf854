package org.mammoflow.dicom.net.storage.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The folder that objects arrive in. Where its file system can do it, whole chunks go from our buffers to the disk past the
 * page cache: the copy into it takes processor time, and what lies there makes the force at the end long.
 */
public final class IncomingFolder {

    private final Path path;
    private final boolean pastPageCache;

    private IncomingFolder(Path path, boolean pastPageCache) {
        this.path = path;
        this.pastPageCache = pastPageCache;
    }

    /**
     * Tries out what the file system can do, and leaves nothing behind.
     *
     * @param path an existing folder
     * @throws IOException if nothing can be written to it at all
     */
    public static IncomingFolder at(Path path) throws IOException {
        return new IncomingFolder(path, writesPastPageCache(path));
    }

    /** Every file through the page cache, whatever the file system can do: for who does not force files, that is faster. */
    public static IncomingFolder throughPageCache(Path path) {
        return new IncomingFolder(path, false);
    }

    public boolean pastPageCache() {
        return pastPageCache;
    }

    /**
     * A new and empty file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one of this name
     */
    public IncomingFile create(String name) throws IOException {
        return new IncomingFile(path.resolve(name), pastPageCache);
    }

    private static boolean writesPastPageCache(Path path) throws IOException {
        Path probe = path.resolve("probe-" + UUID.randomUUID());
        try (IncomingFile file = new IncomingFile(probe, true)) {
            new Chunk().writeTo(file);
            // Larger ones would want chunks that begin where such a block does; not every chunk would.
            return Files.getFileStore(path).getBlockSize() <= Chunk.BLOCK;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException refused) {
            // Each file system provider refuses in its own way.
            return false;
        } finally {
            Files.delete(probe);
        }
    }
}
