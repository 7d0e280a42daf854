package org.mammoflow.dicom.net.dimse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.mammoflow.dicom.net.upper.Association;

/** A data set on its way out: with every buffer that is read from it the peer has time again to take it. */
final class PacedChannel implements ReadableByteChannel {

    private final Association association;
    private final ReadableByteChannel source;
    private final long patience;

    PacedChannel(Association association, ReadableByteChannel source) {
        this.association = association;
        this.source = source;
        this.patience = association.deadlines().progress().toNanos();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        association.relax();
        int count = source.read(target);
        association.within(patience);
        return count;
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
