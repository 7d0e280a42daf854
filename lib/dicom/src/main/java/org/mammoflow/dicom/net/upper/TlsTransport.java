package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
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
        refuseExpiredCertificate();
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** A certificate that is trusted by itself, not by its issuer, passes the platform's checks after its time. */
    private void refuseExpiredCertificate() throws IOException {
        try {
            ((X509Certificate) socket.getSession().getPeerCertificates()[0]).checkValidity();
        } catch (SSLPeerUnverifiedException none) {
            // Whether a certificate was needed has been decided in the handshake.
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new SSLHandshakeException("the peer's certificate is not valid now: " + e.getMessage());
        }
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
