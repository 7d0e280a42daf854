package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mammoflow.dicom.net.upper.PduBytes.associateRq;
import static org.mammoflow.dicom.net.upper.PduBytes.context;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.net.upper.ClientCertificates;
import org.mammoflow.dicom.net.upper.ScriptedPeer;
import org.mammoflow.dicom.net.upper.TlsPort;

/** Whom a stack's TLS port takes, and what the listener learns of the others. */
public interface TlsContract extends StackContract {

    @Test
    default void tells_the_listener_of_a_tls_handshake_that_fails() throws Exception {
        SSLContext withoutKey = SSLContext.getInstance("TLS");
        withoutKey.init(null, null, null);
        try (RunningScp scp = RunningScp.on(
                stack(), config -> config.withTls(new TlsPort(0, withoutKey, ClientCertificates.NOT_ASKED)))) {
            assertThat(ClientHello.offering(0x0303)
                            .answerFrom(scp.scp().tlsPort().orElseThrow()))
                    .startsWith("alert");
            assertThat(scp.nextEvent()).startsWith("handshake refused: no TLS connection");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    default void tells_the_listener_of_a_client_certificate_that_is_unknown(String version, @TempDir Path folder)
            throws Exception {
        Certificates certificates = new Certificates(folder).make("server", "client");
        Certificates impostor = new Certificates(Files.createDirectory(folder.resolve("impostor"))).make("client");
        Files.copy(certificates.store("server"), impostor.store("server"));
        TlsPort port = new TlsPort(0, certificates.context("server", "client"), ClientCertificates.REQUIRED);
        try (RunningScp scp = RunningScp.on(stack(), config -> config.withTls(port))) {
            int tlsPort = scp.scp().tlsPort().orElseThrow();
            assertThat(certificatesShown(certificates.context("client", "server"), version, tlsPort))
                    .isEqualTo(1);
            assertThat(scp.nextEvent()).isEqualTo("opened");
            assertThat(scp.nextEvent()).startsWith("aborted: ");

            assertThatThrownBy(() -> certificatesShown(impostor.context("client", "server"), version, tlsPort))
                    .isInstanceOfAny(SSLException.class, SocketException.class);
            assertThat(scp.nextEvent()).startsWith("handshake refused: no TLS connection: ");
        }
    }

    @Test
    default void does_not_call_refused_who_says_nothing_or_hangs_up_on_the_tls_port(@TempDir Path folder)
            throws Exception {
        Certificates certificates = new Certificates(folder).make("server");
        TlsPort port = new TlsPort(0, certificates.context("server"), ClientCertificates.NOT_ASKED);
        try (RunningScp scp =
                RunningScp.on(stack(), config -> config.withDeadlines(IMPATIENT).withTls(port))) {
            int tlsPort = scp.scp().tlsPort().orElseThrow();
            ScriptedPeer.connect(tlsPort).awaitEnd();
            assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
            ScriptedPeer.connect(tlsPort).close();
            assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
        }
    }

    @Test
    default void asks_for_a_certificate_where_one_is_wanted_and_does_without(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder).make("server", "client", "nobody");
        TlsPort port = new TlsPort(0, certificates.context("server", "client"), ClientCertificates.WANTED);
        try (RunningScp scp = RunningScp.on(stack(), config -> config.withTls(port))) {
            int tlsPort = scp.scp().tlsPort().orElseThrow();
            assertThat(certificatesShown(certificates.context("client", "server"), "TLSv1.3", tlsPort))
                    .isEqualTo(1);
            // Not from an issuer that the port names, so it stays where it is.
            assertThat(certificatesShown(certificates.context("nobody", "server"), "TLSv1.3", tlsPort))
                    .isZero();
        }
    }

    /** Of a caller who gets an association and hangs up. */
    private static int certificatesShown(SSLContext context, String version, int port) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(associateRq().bytes());
            assertThat(socket.getInputStream().read())
                    .as("first byte of A-ASSOCIATE-AC")
                    .isEqualTo(2);
            Certificate[] shown = socket.getSession().getLocalCertificates();
            return shown == null ? 0 : shown.length;
        }
    }
}
