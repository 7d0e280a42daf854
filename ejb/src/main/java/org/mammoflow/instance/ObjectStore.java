package org.mammoflow.instance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mammoflow.dicom.net.storage.disk.IncomingFile;
import org.mammoflow.dicom.net.storage.disk.IncomingFolder;

/**
 * The folder of stored objects. A file's name is the SHA-256 of its content, so {@code sha256sum} proves it and nothing
 * received ever names a path.
 */
@ApplicationScoped
public class ObjectStore {

    private final Set<String> settling = ConcurrentHashMap.newKeySet();
    private Path root;
    private IncomingFolder incoming;
    private FileStore disk;

    protected ObjectStore() {}

    @Inject
    ObjectStore(InstanceSettings settings) {
        this.root = settings.folder();
    }

    /** Removes what arrivals left unfinished when the server last stopped: none of it was acknowledged. */
    @PostConstruct
    void clearIncoming() {
        try {
            Path folder = Files.createDirectories(root.resolve("incoming"));
            try (Stream<Path> leftovers = Files.list(folder)) {
                for (Path leftover : leftovers.toList()) {
                    Files.delete(leftover);
                }
            }
            disk = Files.getFileStore(root);
            incoming = IncomingFolder.at(folder);
            System.getLogger("org.mammoflow.instance")
                    .log(
                            System.Logger.Level.INFO,
                            "object store in {0}: objects go to the disk {1} the page cache",
                            root,
                            incoming.pastPageCache() ? "past" : "through");
        } catch (IOException e) {
            throw new UncheckedIOException("object store not usable: " + root, e);
        }
    }

    IncomingFile newIncoming() throws IOException {
        return incoming.create(UUID.randomUUID() + ".part");
    }

    /** The file of a stored object. */
    public Path file(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256 + ".dcm");
    }

    /**
     * Makes an arrival survive a power failure: under its final name, where nobody has that yet. Renamed first and forced
     * afterwards, content, name and new folders share one commit of the file system's journal; whatever a power failure
     * leaves under the name before that was never acknowledged, and the next arrival of the same bytes replaces it.
     */
    void settle(Arrival arrival) throws IOException {
        String sha256 = arrival.sha256();
        boolean first = settling.add(sha256);
        try {
            Path file = file(sha256);
            if (first && Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.move(arrival.part(), file, StandardCopyOption.ATOMIC_MOVE);
                arrival.force();
                forceName(file);
            } else {
                arrival.force();
            }
        } finally {
            if (first) {
                settling.remove(sha256);
            }
        }
    }

    /**
     * Gives a settled file its final name; when this returns, the name survives a power failure. Most have it already, from
     * their arrival or from an attempt whose transaction failed afterwards.
     */
    void place(Path part, String sha256) throws IOException {
        Path file = file(sha256);
        if (Files.notExists(part) && Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        forceName(file);
    }

    /** Free bytes on the store's disk. */
    public long usableBytes() throws IOException {
        return disk.getUsableSpace();
    }

    // A file's name is an entry of its folder, and so is the folder's: without fsync a power failure may take them
    // back.
    private void forceName(Path file) throws IOException {
        for (Path folder = file.getParent(); folder.startsWith(root); folder = folder.getParent()) {
            force(folder);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
