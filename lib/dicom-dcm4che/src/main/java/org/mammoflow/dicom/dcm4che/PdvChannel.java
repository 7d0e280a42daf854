package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.dcm4che3.net.PDVInputStream;

/** An arriving data set as a channel. */
final class PdvChannel implements ReadableByteChannel {

    private static final int PIECE = 64 * 1024;

    private final PDVInputStream source;
    private final byte[] piece = new byte[PIECE];
    private IOException fault;

    PdvChannel(PDVInputStream source) {
        this.source = source;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int wanted = Math.min(target.remaining(), PIECE);
        try {
            int count = source.read(piece, 0, wanted);
            if (count > 0) {
                target.put(piece, 0, count);
            }
            return count;
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** Why the association broke, if it did. */
    Optional<IOException> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public boolean isOpen() {
        return fault == null;
    }

    /** Does nothing: the rest is read before the response. */
    @Override
    public void close() {
        // The association stays open for the response.
    }
}
