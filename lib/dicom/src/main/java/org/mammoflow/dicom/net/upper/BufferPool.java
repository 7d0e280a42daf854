package org.mammoflow.dicom.net.upper;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Direct buffers of one size, kept for the next connection: the collector frees direct memory late. */
final class BufferPool {

    private final int size;
    private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    BufferPool(int size) {
        this.size = size;
    }

    /** An empty big endian buffer in write mode. */
    ByteBuffer take() {
        ByteBuffer pooled = free.poll();
        return pooled == null ? ByteBuffer.allocateDirect(size) : pooled.clear();
    }

    void giveBack(ByteBuffer buffer) {
        free.add(buffer);
    }

    /** Lets go of the buffers: none is needed any more. */
    void clear() {
        free.clear();
    }
}
