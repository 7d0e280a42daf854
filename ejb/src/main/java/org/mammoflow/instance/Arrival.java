package org.mammoflow.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.mammoflow.dicom.net.storage.DigestingCopy;

/** One object on its way to the disk: written and hashed in the same pass, never held whole in memory. */
final class Arrival implements AutoCloseable {

    private final Path part;
    private final FileChannel channel;
    private String sha256;

    private Arrival(Path part) throws IOException {
        this.part = part;
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Takes everything that the source brings.
     *
     * @param head what stands in the file before it
     */
    static Arrival of(Path part, byte[] head, ReadableByteChannel source, DigestingCopy copy) throws IOException {
        Arrival arrival = new Arrival(part);
        try {
            arrival.write(head, source, copy);
            return arrival;
        } catch (IOException | RuntimeException e) {
            arrival.close();
            throw e;
        }
    }

    private void write(byte[] head, ReadableByteChannel source, DigestingCopy copy) throws IOException {
        MessageDigest digest = DigestingCopy.sha256();
        digest.update(head);
        ByteBuffer bytes = ByteBuffer.wrap(head);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        sha256 = HexFormat.of()
                .formatHex(copy.copy(source, channel, digest, file -> {}).sha256());
    }

    /** Forces the content to the disk. */
    void force() throws IOException {
        channel.force(true);
    }

    /** Of the content, lower-case hexadecimal. */
    String sha256() {
        return sha256;
    }

    long size() throws IOException {
        return channel.size();
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
}
