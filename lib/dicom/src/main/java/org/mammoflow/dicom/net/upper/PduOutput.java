package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** PDUs to a transport: gathered in one buffer, so that a command and the beginning of its data set leave together. */
final class PduOutput {

    /** PDU header, PDV length, context id, message control header. */
    private static final int P_DATA_OVERHEAD = PduType.HEADER_LENGTH + 6;

    private static final int LAST = 2;
    private static final int COMMAND = 1;

    private final Transport transport;
    private final ByteBuffer buffer;
    private final ByteBuffer lookahead = ByteBuffer.allocate(1);
    private int maximumFragment;

    /** @param buffer empty, in write mode; no PDU will be longer */
    PduOutput(Transport transport, ByteBuffer buffer) {
        this.transport = transport;
        this.buffer = buffer;
        this.maximumFragment = even(buffer.capacity() - P_DATA_OVERHEAD);
    }

    /** @param maximumLength what the peer receives at most, 0 for no limit */
    void limit(int maximumLength) {
        if (maximumLength > 0) {
            maximumFragment = Math.min(maximumFragment, Math.max(even(maximumLength - 6), 2));
        }
    }

    /** PS3.8 9.3.5.1: fragments have an even number of bytes. */
    private static int even(int length) {
        return length & ~1;
    }

    void pdu(byte[] pdu) throws IOException {
        flush();
        transport.write(ByteBuffer.wrap(pdu));
    }

    void command(int contextId, byte[] command) throws IOException {
        int start = 0;
        do {
            int count = Math.min(command.length - start, maximumFragment);
            reserve(P_DATA_OVERHEAD + count);
            boolean last = start + count == command.length;
            header(buffer.position(), count, contextId, COMMAND | (last ? LAST : 0));
            buffer.position(buffer.position() + P_DATA_OVERHEAD).put(command, start, count);
            start += count;
        } while (start < command.length);
    }

    /** Sends all that the channel gives as one data set. */
    void dataSet(int contextId, ReadableByteChannel dataSet) throws IOException {
        lookahead.clear().flip();
        boolean last;
        do {
            reserve(P_DATA_OVERHEAD + Math.min(maximumFragment, buffer.capacity() / 2));
            int start = buffer.position();
            last = fragment(dataSet, start);
            header(start, buffer.position() - start - P_DATA_OVERHEAD, contextId, last ? LAST : 0);
        } while (!last);
    }

    void flush() throws IOException {
        try {
            transport.write(buffer.flip());
        } finally {
            buffer.clear();
        }
    }

    /** Fills the fragment of the PDV that starts here; returns whether the data set ended with it. */
    private boolean fragment(ReadableByteChannel dataSet, int start) throws IOException {
        int body = start + P_DATA_OVERHEAD;
        buffer.limit(Math.min(body + maximumFragment, buffer.capacity())).position(body);
        try {
            buffer.put(lookahead);
            boolean ended = !fill(dataSet, buffer) || !fill(dataSet, lookahead.clear());
            lookahead.flip();
            return ended;
        } finally {
            buffer.limit(buffer.capacity());
        }
    }

    /** Whether the channel had enough to fill the buffer. */
    private static boolean fill(ReadableByteChannel dataSet, ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (dataSet.read(target) < 0) {
                return false;
            }
        }
        return true;
    }

    private void header(int at, int fragment, int contextId, int control) {
        buffer.put(at, (byte) PduType.P_DATA_TF).put(at + 1, (byte) 0);
        buffer.putInt(at + 2, fragment + 6).putInt(at + PduType.HEADER_LENGTH, fragment + 2);
        buffer.put(at + 10, (byte) contextId).put(at + 11, (byte) control);
    }

    private void reserve(int count) throws IOException {
        if (buffer.remaining() < count) {
            flush();
        }
    }
}
