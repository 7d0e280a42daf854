package org.mammoflow.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What answers behind a port of this machine. */
final class Doors {

    private static final int OK = 200;
    private static final int NO_HTTP = 0;

    private Doors() {}

    static boolean answersHttp(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return status(socket, "/health/live", "") == OK;
        }
    }

    static boolean answersHttps(int port) throws Exception {
        return httpsStatus(port, "/health/live", "") == OK;
    }

    /** @param credentials {@code user:password}, or nothing */
    static int httpsStatus(int port, String path, String credentials) throws Exception {
        try (SSLSocket socket = tls(port)) {
            return status(socket, path, credentials);
        }
    }

    /** The whole answer to a request that closes the connection. */
    static String answer(int port, String request) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = tls(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a launcher prints until it has said this. */
    static String readUntil(Process process, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.append(line).append('\n');
            if (line.contains(text)) {
                return read.toString();
            }
        }
        throw new AssertionError("the server ended before it said '" + text + "':\n" + read);
    }

    static SSLSocket tls(int port) throws IOException, GeneralSecurityException {
        SSLSocket socket =
                (SSLSocket) context().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyCertificate()}, null);
        return context;
    }

    private static int status(Socket socket, String path, String credentials) throws IOException {
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + (credentials.isEmpty() ? "" : "Authorization: Basic " + base64(credentials) + "\r\n")
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        return answer.matches("HTTP/1\\.1 [0-9]{3}") ? Integer.parseInt(answer.substring(9)) : NO_HTTP;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class AnyCertificate implements X509TrustManager {
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    }
}
