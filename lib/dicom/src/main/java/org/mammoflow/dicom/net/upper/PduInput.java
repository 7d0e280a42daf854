package org.mammoflow.dicom.net.upper;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * PDUs from a transport, through one buffer that is filled as far as the kernel has bytes. Holds no PDU: fragments are
 * copied once, from this buffer into the reader's, and large direct reads skip even that.
 */
final class PduInput {

    /** Context id and message control header, which a PDV length counts (PS3.8 9.3.5.1, E.2). */
    private static final int PDV_OVERHEAD = 2;

    /** Room for a peer that counts the PDU header or so in the negotiated maximum length. */
    private static final int SLACK = 1024;

    /** From this length on, a fragment is worth a system call of its own. */
    private static final int DIRECT = 64 * 1024;

    private static final int SPILL = 4 * 1024;

    private final Transport transport;
    private final ByteBuffer buffer;
    private final int maximumLength;
    private int type;
    private int pduRemaining;
    private int pdvRemaining;

    /** @param buffer empty, in write mode, longer than {@link AssociateCodec#MAXIMUM_LENGTH} */
    PduInput(Transport transport, ByteBuffer buffer, int maximumLength) {
        this.transport = transport;
        this.buffer = buffer.flip();
        this.maximumLength = maximumLength;
    }

    void awaitFirstByte() throws IOException {
        require(1);
    }

    /** Reads the next PDU up to its variable field. */
    int nextType() throws IOException {
        require(PduType.HEADER_LENGTH);
        type = buffer.get() & 0xFF;
        buffer.get();
        long length = buffer.getInt() & 0xFFFFFFFFL;
        checkLength(length);
        pduRemaining = (int) length;
        return type;
    }

    private void checkLength(long length) throws MalformedPduException {
        long limit = switch (type) {
            case PduType.P_DATA_TF -> (long) maximumLength + SLACK;
            case PduType.ASSOCIATE_RQ, PduType.ASSOCIATE_AC -> AssociateCodec.MAXIMUM_LENGTH;
            case PduType.ASSOCIATE_RJ, PduType.RELEASE_RQ, PduType.RELEASE_RP, PduType.ABORT -> 4;
            default ->
                throw new MalformedPduException(AbortCause.UNRECOGNIZED_PDU, String.format("PDU type 0x%02X", type));
        };
        if (length > limit || (limit == 4 && length < 4)) {
            throw new MalformedPduException(
                    String.format("PDU type 0x%02X of %d bytes, at most %d expected", type, length, limit));
        }
    }

    /** The whole variable field of a PDU other than P-DATA-TF; valid until the next read. */
    ByteBuffer variableField() throws IOException {
        require(pduRemaining);
        ByteBuffer field = buffer.slice(buffer.position(), pduRemaining);
        buffer.position(buffer.position() + pduRemaining);
        pduRemaining = 0;
        return field;
    }

    boolean hasMorePdvs() {
        return pduRemaining > 0;
    }

    /** The next PDV of the P-DATA-TF whose type was read. */
    Incoming.Pdv nextPdv() throws IOException {
        if (pduRemaining < 4 + PDV_OVERHEAD) {
            throw new MalformedPduException("P-DATA-TF with " + pduRemaining + " bytes where a PDV is expected");
        }
        require(4 + PDV_OVERHEAD);
        int length = buffer.getInt();
        if (length < PDV_OVERHEAD || length > pduRemaining - 4) {
            throw new MalformedPduException("PDV of " + Integer.toUnsignedString(length) + " bytes in the last "
                    + pduRemaining + " of its PDU");
        }
        int contextId = buffer.get() & 0xFF;
        int control = buffer.get();
        pduRemaining -= 4 + length;
        pdvRemaining = length - PDV_OVERHEAD;
        return new Incoming.Pdv(contextId, (control & 1) != 0, (control & 2) != 0, pdvRemaining);
    }

    boolean hasFragment() {
        return pdvRemaining > 0;
    }

    boolean hasBuffered() {
        return buffer.hasRemaining();
    }

    /** Reads from the current PDV's fragment; -1 at its end. */
    int read(ByteBuffer target) throws IOException {
        if (pdvRemaining == 0) {
            return -1;
        }
        int wanted = Math.min(target.remaining(), pdvRemaining);
        if (!buffer.hasRemaining()) {
            if (wanted >= DIRECT && target.isDirect()) {
                return readDirectly(target, wanted);
            }
            fill();
        }
        int count = Math.min(wanted, buffer.remaining());
        int limit = buffer.limit();
        target.put(buffer.limit(buffer.position() + count));
        buffer.limit(limit);
        pdvRemaining -= count;
        return count;
    }

    /** Long fragments go from the kernel to the reader; only the next headers and a little more go by the buffer. */
    private int readDirectly(ByteBuffer target, int wanted) throws IOException {
        int start = target.position();
        int limit = target.limit();
        buffer.clear().limit(SPILL);
        long count;
        try {
            count = transport.read(target.limit(start + wanted), buffer);
        } finally {
            target.limit(limit);
            buffer.flip();
        }
        if (count < 0) {
            throw closed();
        }
        int taken = target.position() - start;
        pdvRemaining -= taken;
        return taken;
    }

    private static EOFException closed() {
        return new EOFException("connection closed by the peer");
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /** Reads and forgets whatever comes until the peer closes. */
    void drain() throws IOException {
        while (transport.read(buffer.clear()) >= 0) {
            // Nothing that still arrives can matter.
        }
        buffer.flip();
    }

    private void require(int count) throws IOException {
        if (buffer.remaining() < count && buffer.capacity() - buffer.position() < count) {
            buffer.compact().flip();
        }
        while (buffer.remaining() < count) {
            append();
        }
    }

    private void fill() throws IOException {
        buffer.clear().flip();
        append();
    }

    private void append() throws IOException {
        int start = buffer.position();
        int end = buffer.limit();
        int count;
        try {
            count = transport.read(buffer.limit(buffer.capacity()).position(end));
        } finally {
            buffer.limit(buffer.position()).position(start);
        }
        if (count < 0) {
            throw closed();
        }
    }
}
