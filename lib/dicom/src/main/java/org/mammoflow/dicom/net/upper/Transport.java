package org.mammoflow.dicom.net.upper;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** The transport connection below an association (PS3.8 9.1): TCP, or TLS on it. Its reader and writer are one thread. */
interface Transport extends Closeable {

    /** Completes what comes before the first PDU: the TLS handshake, or nothing. */
    void open() throws IOException;

    /** Blocks for at least one byte; -1 at the end of the stream. */
    int read(ByteBuffer target) throws IOException;

    /** As {@link #read(ByteBuffer)}; what does not fit into the target goes on in the spill. */
    long read(ByteBuffer target, ByteBuffer spill) throws IOException;

    /** Blocks until all is written. */
    void write(ByteBuffer source) throws IOException;

    /** From any thread: a blocked or coming read ends with -1. */
    void shutdownInput();

    /** Tells the peer that nothing more comes. */
    void shutdownOutput();

    /** From any thread; a blocked read or write fails. */
    @Override
    void close();

    InetSocketAddress remote();

    boolean secure();
}
