package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/** TLS on a TCP connection after PS3.15 B.12. */
final class TlsTransport implements Transport {

    /** One TLS record. */
    private static final int CHUNK = 16 * 1024;

    private final PlainTransport tcp;
    private final SSLSocket socket;
    private final AtomicInteger handshakes = new AtomicInteger();
    private final byte[] inbound = new byte[CHUNK];
    private final byte[] outbound = new byte[CHUNK];
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    TlsTransport(PlainTransport tcp, SSLSocket socket) {
        this.tcp = tcp;
        this.socket = socket;
    }

    @Override
    public void open() throws IOException {
        socket.addHandshakeCompletedListener(event -> refuseRenegotiation());
        socket.startHandshake();
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Every handshake after the first is a renegotiation, which BCP 195 forbids. */
    private void refuseRenegotiation() {
        if (handshakes.incrementAndGet() > 1) {
            tcp.close();
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = in.read(inbound, 0, Math.min(inbound.length, target.remaining()));
        if (count > 0) {
            target.put(inbound, 0, count);
        }
        return count;
    }

    @Override
    public long read(ByteBuffer target, ByteBuffer spill) throws IOException {
        return read(target);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            int count = Math.min(outbound.length, source.remaining());
            source.get(outbound, 0, count);
            out.write(outbound, 0, count);
        }
        out.flush();
    }

    @Override
    public void shutdownInput() {
        tcp.shutdownInput();
    }

    @Override
    public void shutdownOutput() {
        PlainTransport.quietly(socket::shutdownOutput);
    }

    /** Closes the TCP connection below, which never waits for the peer as the TLS closure alert could. */
    @Override
    public void close() {
        tcp.close();
    }

    @Override
    public InetSocketAddress remote() {
        return tcp.remote();
    }

    @Override
    public boolean secure() {
        return true;
    }
}
