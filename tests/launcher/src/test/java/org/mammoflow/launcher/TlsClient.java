package org.mammoflow.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * A client that offers what Java by itself no longer would, or the server's refusal would never be seen. A process of its
 * own: Java decides once, at its first connection, what it will never offer.
 */
public final class TlsClient {

    private TlsClient() {}

    /** Says {@code PROTOCOL SUITE}, or {@code refused: } and who refused it in which words. */
    static String offering(int port, String protocol, String suites) throws IOException {
        Process client = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TlsClient.class.getName(),
                        String.valueOf(port),
                        protocol,
                        suites)
                .redirectErrorStream(true)
                .start();
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** @param arguments port, protocol and the suites as a regular expression */
    public static void main(String[] arguments) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Security.setProperty("jdk.tls.legacyAlgorithms", "");
        try (SSLSocket socket = Doors.tls(Integer.parseInt(arguments[0]))) {
            List<String> suites = Arrays.stream(socket.getSupportedCipherSuites())
                    .filter(suite -> suite.matches(arguments[2]))
                    .toList();
            socket.setEnabledProtocols(new String[] {arguments[1]});
            socket.setEnabledCipherSuites(suites.toArray(String[]::new));
            socket.startHandshake();
            System.out.println(socket.getSession().getProtocol() + " "
                    + socket.getSession().getCipherSuite());
        } catch (SSLException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
