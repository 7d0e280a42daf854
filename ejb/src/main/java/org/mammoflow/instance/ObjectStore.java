package org.mammoflow.instance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of stored objects. A file's name is the SHA-256 of its content, so {@code sha256sum} proves it and nothing
 * received ever names a path.
 */
@ApplicationScoped
public class ObjectStore {

    private Path root;
    private Path incoming;

    protected ObjectStore() {}

    @Inject
    ObjectStore(InstanceSettings settings) {
        this.root = settings.folder();
        this.incoming = root.resolve("incoming");
    }

    /** Removes what arrivals left unfinished when the server last stopped: none of it was acknowledged. */
    @PostConstruct
    void clearIncoming() {
        try {
            Files.createDirectories(incoming);
            try (Stream<Path> leftovers = Files.list(incoming)) {
                for (Path leftover : leftovers.toList()) {
                    Files.delete(leftover);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("object store not usable: " + root, e);
        }
    }

    Path newIncoming() {
        return incoming.resolve(UUID.randomUUID() + ".part");
    }

    /** The file of a stored object. */
    public Path file(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256 + ".dcm");
    }

    /**
     * Moves a complete, fsynced file to its place; when this returns, the name survives a power failure. Done already by
     * an attempt whose transaction failed afterwards, it is not done again.
     */
    void place(Path part, String sha256) throws IOException {
        Path file = file(sha256);
        if (Files.notExists(part) && Files.exists(file)) {
            return;
        }
        createFolder(file.getParent());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.getParent());
    }

    /** Free bytes on the store's disk. */
    public long usableBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    private void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        force(folder.getParent());
        force(root);
    }

    // A file's name is an entry of its folder: without this fsync a power failure may take it back.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
