package org.mammoflow.it.path;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.mammoflow.dicom.net.storage.Certificates;

/** A collector of syslog messages over TLS (RFC 5425), with a certificate of its own for {@code localhost}; it asks senders for theirs. */
final class SyslogCollector implements AutoCloseable {

    private static final Certificates CERTIFICATES = certificates();

    private final SSLServerSocket listening;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private SyslogCollector(SSLServerSocket listening) {
        this.listening = listening;
        Thread accepting = new Thread(this::accept, "syslog-collector");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** @param port 0 for any */
    static SyslogCollector start(int port) {
        try {
            SSLServerSocket listening = (SSLServerSocket)
                    tls().getServerSocketFactory().createServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listening.setNeedClientAuth(true);
            return new SyslogCollector(listening);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a sender must trust, as PEM. */
    static Path certificate() {
        return CERTIFICATES.pem("collector");
    }

    /** What a sender must show: the collector takes messages from nobody else. */
    static Path senders() {
        return CERTIFICATES.store("sender");
    }

    static Path sendersPassword() {
        return CERTIFICATES.folder().resolve("password");
    }

    int port() {
        return listening.getLocalPort();
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket connection = listening.accept()) {
                InputStream stream = connection.getInputStream();
                for (int length = length(stream); length >= 0; length = length(stream)) {
                    messages.add(new String(stream.readNBytes(length), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The sender is gone, or this collector is.
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

    private static Certificates certificates() {
        try {
            Certificates made =
                    new Certificates(Files.createTempDirectory("syslog-collector")).make("collector", "sender");
            Files.writeString(made.folder().resolve("password"), Certificates.PASSWORD + "\n");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext tls() throws IOException {
        try {
            return CERTIFICATES.context("collector", "sender");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
