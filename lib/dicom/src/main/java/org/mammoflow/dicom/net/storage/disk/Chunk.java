package org.mammoflow.dicom.net.storage.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;

/** A direct buffer on its way from the network to the file and the digest, without a copy for the first two. */
final class Chunk {

    /** Each write past the page cache waits for the disk: few are better, but every association holds one in memory. */
    static final int SIZE = 512 * 1024;

    /** Whoever writes past the page cache writes whole blocks from where a block could begin. */
    static final int BLOCK = 4096;

    /** The digest wants an array; pieces of this size stay in the processor's nearest cache. */
    private static final int PIECE = 16 * 1024;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE + BLOCK)
            .alignedSlice(BLOCK)
            .limit(SIZE)
            .slice();
    private final byte[] piece = new byte[PIECE];

    /** Makes room for all of it. */
    Chunk empty() {
        bytes.clear();
        return this;
    }

    /** @throws java.nio.BufferOverflowException if it has no room for them */
    Chunk put(byte[] more) {
        bytes.put(more);
        return this;
    }

    /**
     * Takes from the source until it is whole or the source ends.
     *
     * @return false when there is nothing in it
     */
    boolean fillFrom(ReadableByteChannel source) throws IOException {
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
            count = source.read(bytes);
        }
        return bytes.flip().hasRemaining();
    }

    /** Whether there may be more where its content came from. */
    boolean isWhole() {
        return bytes.limit() == SIZE;
    }

    void writeTo(IncomingFile target) throws IOException {
        target.append(bytes);
        bytes.rewind();
    }

    void digestInto(MessageDigest digest) {
        while (bytes.hasRemaining()) {
            int count = Math.min(piece.length, bytes.remaining());
            bytes.get(piece, 0, count);
            digest.update(piece, 0, count);
        }
    }
}
