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
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A collector of syslog messages over TLS (RFC 5425), with a certificate of its own for {@code localhost}; it asks senders for theirs. */
final class SyslogCollector implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final Path FOLDER = folder();

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
        return FOLDER.resolve("collector.pem");
    }

    /** What a sender must show: the collector takes messages from nobody else. */
    static Path senders() {
        return FOLDER.resolve("sender.p12");
    }

    static Path sendersPassword() {
        return FOLDER.resolve("password");
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

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("syslog-collector");
            certificate(folder, "collector", "CN=localhost");
            certificate(folder, "sender", "CN=mammoflow");
            Files.writeString(folder.resolve("password"), PASSWORD + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void certificate(Path folder, String whose, String name) {
        String store = folder.resolve(whose + ".p12").toString();
        keytool(List.of(
                "-genkeypair",
                "-alias",
                "c",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                name,
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                PASSWORD));
        keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                "c",
                "-keystore",
                store,
                "-storepass",
                PASSWORD,
                "-file",
                folder.resolve(whose + ".pem").toString()));
    }

    private static void keytool(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        Program.Outcome outcome = Program.run(command);
        if (outcome.exitStatus() != 0) {
            throw new IllegalStateException(outcome.output());
        }
    }

    private static SSLContext tls() throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store("collector.p12"), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), sendersTrust(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static TrustManager[] sendersTrust() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sender", store("sender.p12").getCertificate("c"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(FOLDER.resolve(name))) {
            store.load(file, PASSWORD.toCharArray());
        }
        return store;
    }
}
