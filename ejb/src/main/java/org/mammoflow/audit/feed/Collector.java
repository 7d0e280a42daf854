package org.mammoflow.audit.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The hospital's collector. Syslog answers nothing, and what lies in a socket's buffer is lost with the collector: so a
 * delivery is one connection that we end, and it counts only when the collector has ended it too, after us. A collector that
 * goes while it reads ends the connection before us, or resets it.
 */
final class Collector {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration READS_WITHIN = Duration.ofMillis(500);
    private static final Duration TAKES_WITHIN = Duration.ofSeconds(30);

    private final FeedSettings settings;
    private final SSLContext tls;
    private final ScheduledExecutorService timer;

    Collector(FeedSettings settings, SSLContext tls, ScheduledExecutorService timer) {
        this.settings = settings;
        this.tls = tls;
        this.timer = timer;
    }

    /**
     * Delivers all of these or throws; then some of them may have arrived.
     *
     * @throws IOException when the collector is away, is another, or did not read to the end
     */
    void deliver(List<byte[]> frames) throws IOException {
        try (CandidSocket plain = new CandidSocket()) {
            // A write knows no time limit of its own: a collector that does not read would hold us for ever.
            Future<?> limit = timer.schedule(() -> close(plain), TAKES_WITHIN.toSeconds(), TimeUnit.SECONDS);
            try {
                plain.connect(
                        new InetSocketAddress(settings.host(), settings.port()), (int) CONNECTS_WITHIN.toMillis());
                deliver(frames, plain);
            } finally {
                limit.cancel(false);
            }
        }
    }

    private void deliver(List<byte[]> frames, CandidSocket plain) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(plain, settings.host(), settings.port(), false)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout((int) TAKES_WITHIN.toMillis());
            socket.startHandshake();
            OutputStream stream = socket.getOutputStream();
            for (byte[] frame : frames) {
                stream.write(frame);
            }
            stream.flush();
            requireStillThere(socket);
            socket.shutdownOutput();
            awaitEnd(socket, plain);
        }
    }

    // Long enough for what is on the way to be read. Who ends the connection meanwhile is going, not done.
    private static void requireStillThere(SSLSocket socket) throws IOException {
        socket.setSoTimeout((int) READS_WITHIN.toMillis());
        try {
            readToTheEnd(socket.getInputStream());
        } catch (SocketTimeoutException stillThere) {
            socket.setSoTimeout((int) TAKES_WITHIN.toMillis());
            return;
        }
        throw new IOException("the collector ended the connection before we did");
    }

    // A farewell in TLS says that the collector goes, not that it has read everything. The end of TCP does: a socket
    // that is
    // closed with something unread in it is reset.
    private static void awaitEnd(SSLSocket socket, CandidSocket plain) throws IOException {
        readToTheEnd(socket.getInputStream());
        readToTheEnd(plain.getInputStream());
        plain.requireNoFault();
    }

    // Syslog has no answers; whatever comes is not for us.
    private static void readToTheEnd(InputStream stream) throws IOException {
        byte[] ignored = new byte[256];
        while (stream.read(ignored) >= 0) {
            continue;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            System.getLogger("org.mammoflow.audit")
                    .log(System.Logger.Level.DEBUG, "audit collector: connection not closed", e);
        }
    }
}
