package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;

/** A direct buffer on its way from the network to the file and the digest, without a copy for the first two. */
final class Chunk {

    private static final int SIZE = 256 * 1024;

    /** With less room than this a read takes a detour over another buffer. */
    private static final int LITTLE_ROOM = SIZE / 4;

    /** The digest wants an array; pieces of this size stay in the processor's nearest cache. */
    private static final int PIECE = 16 * 1024;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
    private final byte[] piece = new byte[PIECE];

    /**
     * Fills it nearly, however little comes at a time: each chunk costs a write and wakes the thread that hashes.
     *
     * @return false at the end of the source, when nothing has come any more
     */
    boolean fillFrom(ReadableByteChannel source) throws IOException {
        int count = source.read(bytes.clear());
        while (count >= 0 && bytes.remaining() > LITTLE_ROOM) {
            count = source.read(bytes);
        }
        return bytes.flip().hasRemaining();
    }

    int writeTo(FileChannel target) throws IOException {
        int count = bytes.remaining();
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
        bytes.rewind();
        return count;
    }

    void digestInto(MessageDigest digest) {
        while (bytes.hasRemaining()) {
            int count = Math.min(piece.length, bytes.remaining());
            bytes.get(piece, 0, count);
            digest.update(piece, 0, count);
        }
    }
}
