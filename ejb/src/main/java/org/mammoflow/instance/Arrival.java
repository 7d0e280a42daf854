package org.mammoflow.instance;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.mammoflow.dicom.net.storage.disk.DigestingCopy;
import org.mammoflow.dicom.net.storage.disk.IncomingFile;

/** One object on its way to the disk: written and hashed in the same pass, never held whole in memory. */
final class Arrival implements AutoCloseable {

    private final IncomingFile file;
    private String sha256;

    private Arrival(IncomingFile file) {
        this.file = file;
    }

    /**
     * Takes everything that the source brings.
     *
     * @param head what stands in the file before it
     */
    static Arrival of(IncomingFile file, byte[] head, ReadableByteChannel source, DigestingCopy copy)
            throws IOException {
        Arrival arrival = new Arrival(file);
        try {
            arrival.sha256 = HexFormat.of().formatHex(copy.copy(head, source, file));
            return arrival;
        } catch (IOException | RuntimeException e) {
            arrival.close();
            throw e;
        }
    }

    /** Forces the content to the disk. */
    void force() throws IOException {
        file.force();
    }

    /** Of the content, lower-case hexadecimal. */
    String sha256() {
        return sha256;
    }

    long size() {
        return file.length();
    }

    Path part() {
        return file.path();
    }

    /** Leaves nothing behind unless the file has been moved to its place. */
    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(file.path());
    }
}
