package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.fixture.ForeignTool;
import org.mammoflow.dicom.net.upper.ClientCertificates;
import org.mammoflow.dicom.net.upper.TlsPort;

/** N20: DICOM over TLS after PS3.15 B.12, on a port of its own. */
class TlsTest {

    private static final char[] PASSWORD = "testing".toCharArray();

    @TempDir
    static Path folder;

    private RunningScp scp;

    @BeforeAll
    static void certificates() {
        certificate("server");
        certificate("client");
        certificate("stranger");
        expiredCertificate();
    }

    /** A self-signed certificate in PEM and PKCS #12. */
    private static void certificate(String name) {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                folder.resolve(name + ".key"),
                "-out",
                folder.resolve(name + ".pem"));
        openssl(
                "pkcs12",
                "-export",
                "-inkey",
                folder.resolve(name + ".key"),
                "-in",
                folder.resolve(name + ".pem"),
                "-passout",
                "pass:testing",
                "-out",
                folder.resolve(name + ".p12"));
    }

    private static void expiredCertificate() {
        ForeignTool.Outcome outcome = ForeignTool.find("keytool")
                .run(
                        "-genkeypair",
                        "-alias",
                        "1",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=expired",
                        "-startdate",
                        "-10d",
                        "-validity",
                        "5",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "testing",
                        "-keystore",
                        folder.resolve("expired.p12"));
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
    }

    private static void openssl(Object... arguments) {
        ForeignTool.Outcome outcome = ForeignTool.find("openssl").run(arguments);
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void answers_echo_and_tells_that_it_came_over_tls() throws Exception {
        open(ClientCertificates.NOT_ASKED);

        assertThat(Verification.echo(tlsPeer(context("stranger", "server"))).status())
                .isZero();
    }

    @Test
    void answers_dcmtk_with_a_client_certificate() throws Exception {
        open(ClientCertificates.REQUIRED);

        ForeignTool.Outcome outcome = ForeignTool.find("echoscu")
                .run(
                        "+tls",
                        folder.resolve("client.key"),
                        folder.resolve("client.pem"),
                        "+cf",
                        folder.resolve("server.pem"),
                        "-aec",
                        RunningScp.AE_TITLE,
                        "localhost",
                        scp.scp().tlsPort().orElseThrow());

        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
    }

    @Test
    void refuses_unknown_and_expired_client_certificates() throws Exception {
        open(ClientCertificates.REQUIRED);

        refuses("stranger");
        refuses("expired");
    }

    private void refuses(String client) throws GeneralSecurityException, IOException {
        SSLContext context = context(client, "server");
        assertThatThrownBy(() -> Verification.echo(tlsPeer(context))).isInstanceOf(IOException.class);
        assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
    }

    @Test
    void refuses_a_caller_without_certificate_where_one_is_required() throws Exception {
        open(ClientCertificates.REQUIRED);
        ForeignTool.Outcome outcome = ForeignTool.find("echoscu")
                .run(
                        "+tla",
                        "+cf",
                        folder.resolve("server.pem"),
                        "-aec",
                        RunningScp.AE_TITLE,
                        "localhost",
                        scp.scp().tlsPort().orElseThrow());

        assertThat(outcome.exitStatus()).isNotZero();
        assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
    }

    @Test
    void refuses_tls_1_1() throws Exception {
        open(ClientCertificates.NOT_ASKED);

        assertThat(ClientHello.offering(0x0302).answerFrom(scp.scp().tlsPort().orElseThrow()))
                .isEqualTo("alert protocol_version");
        assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
    }

    @Test
    void answers_the_same_hello_when_it_offers_tls_1_2() throws Exception {
        open(ClientCertificates.NOT_ASKED);

        assertThat(ClientHello.offering(0x0303).answerFrom(scp.scp().tlsPort().orElseThrow()))
                .isEqualTo("ServerHello");
    }

    @Test
    void refuses_a_second_handshake_on_a_connection() throws Exception {
        open(ClientCertificates.NOT_ASKED);
        try (SSLSocket socket = (SSLSocket) context("stranger", "server")
                .getSocketFactory()
                .createSocket("localhost", scp.scp().tlsPort().orElseThrow())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();

            assertThat(endsAtASecondHandshake(socket)).isTrue();
        }
        assertThat(scp.nextEvent()).startsWith("failed: ");
    }

    private static boolean endsAtASecondHandshake(SSLSocket socket) {
        try {
            socket.startHandshake();
            return socket.getInputStream().read() < 0;
        } catch (IOException refused) {
            return true;
        }
    }

    @Test
    void refuses_plain_dicom_on_the_tls_port() throws Exception {
        open(ClientCertificates.NOT_ASKED);
        Peer peer = Peer.of("localhost", scp.scp().tlsPort().orElseThrow(), RunningScp.AE_TITLE, "TEST");

        assertThatThrownBy(() -> Verification.echo(peer)).isInstanceOf(IOException.class);
        assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
    }

    private void open(ClientCertificates certificates) throws GeneralSecurityException, IOException {
        SSLContext context = context("server", "client");
        scp = RunningScp.start(config -> config.withTls(new TlsPort(0, context, certificates)));
    }

    private Peer tlsPeer(SSLContext context) {
        return Peer.of("localhost", scp.scp().tlsPort().orElseThrow(), RunningScp.AE_TITLE, "TEST")
                .withTls(context);
    }

    private static SSLContext context(String own, String trusted) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(own), PASSWORD);
        KeyStore issuers = KeyStore.getInstance("PKCS12");
        issuers.load(null, null);
        issuers.setCertificateEntry(trusted, load(trusted).getCertificate("1"));
        if (trusted.equals("client")) {
            issuers.setCertificateEntry("expired", load("expired").getCertificate("1"));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(issuers);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
