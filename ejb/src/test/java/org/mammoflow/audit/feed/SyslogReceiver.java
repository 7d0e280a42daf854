package org.mammoflow.audit.feed;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A collector that keeps what it reads (RFC 5425), and can die in the middle of it. */
final class SyslogReceiver implements AutoCloseable {

    private final SSLServerSocket listening;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final int diesAfter;

    private SyslogReceiver(SSLContext tls, int port, boolean asks, int diesAfter) throws IOException {
        this.listening = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.diesAfter = diesAfter;
        // Before anybody waits for a connection: the next one is prepared while the last settings hold.
        listening.setNeedClientAuth(asks);
        Thread accepting = new Thread(this::accept, "collector");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** @param port 0 for any */
    static SyslogReceiver on(SSLContext tls, int port) throws IOException {
        return new SyslogReceiver(tls, port, false, Integer.MAX_VALUE);
    }

    /** A collector that takes messages only from whom its context trusts. */
    static SyslogReceiver askingFor(SSLContext tls, int port) throws IOException {
        return new SyslogReceiver(tls, port, true, Integer.MAX_VALUE);
    }

    /** A collector that resets the connection once it has read so many messages. */
    static SyslogReceiver dyingAfter(SSLContext tls, int port, int messages) throws IOException {
        return new SyslogReceiver(tls, port, false, messages);
    }

    int port() {
        return listening.getLocalPort();
    }

    List<String> messages() {
        return messages;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket connection = listening.accept()) {
                read(connection);
            } catch (IOException e) {
                // The peer is gone, or this collector is.
            }
        }
    }

    private void read(Socket connection) throws IOException {
        InputStream stream = connection.getInputStream();
        for (int length = length(stream); length >= 0; length = length(stream)) {
            byte[] message = stream.readNBytes(length);
            if (message.length < length) {
                throw new EOFException();
            }
            messages.add(new String(message, StandardCharsets.UTF_8));
            if (messages.size() >= diesAfter) {
                connection.setSoLinger(true, 0);
                return;
            }
        }
    }

    private static int length(InputStream stream) throws IOException {
        ByteArrayOutputStream digits = new ByteArrayOutputStream();
        for (int next = stream.read(); next != ' '; next = stream.read()) {
            if (next < 0) {
                return -1;
            }
            digits.write(next);
        }
        return Integer.parseInt(digits.toString(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
