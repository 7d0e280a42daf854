package org.mammoflow.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Tells apart whether the network or the disk failed: the first ends the association, the second is answered. */
final class SourceWatch implements ReadableByteChannel {

    private final ReadableByteChannel source;
    private boolean broken;

    SourceWatch(ReadableByteChannel source) {
        this.source = source;
    }

    boolean broken() {
        return broken;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return source.read(target);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
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
