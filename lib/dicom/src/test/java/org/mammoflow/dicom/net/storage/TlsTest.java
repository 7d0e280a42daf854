package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.fixture.ForeignTool;
import org.mammoflow.dicom.fixture.Mammogram;
import org.mammoflow.dicom.net.upper.ClientCertificates;
import org.mammoflow.dicom.net.upper.TlsPort;

/** N20: DICOM over TLS after PS3.15 B.12, on a port of its own. */
class TlsTest {

    @TempDir
    static Path folder;

    private static Certificates certificates;

    private RunningScp scp;

    @BeforeAll
    static void make() {
        certificates =
                new Certificates(folder).make("server", "client", "stranger").makeExpired("expired");
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void answers_echo_and_tells_that_it_came_over_tls() throws Exception {
        open(ClientCertificates.NOT_ASKED);

        Peer peer = tlsPeer(certificates.context("stranger", "server"));
        assertThat(Verification.echo(peer.withDeadlines(RunningScp.ECHO_DEADLINES))
                        .status())
                .isZero();
    }

    @Test
    void answers_dcmtk_with_a_client_certificate() throws Exception {
        open(ClientCertificates.REQUIRED);

        asKnownClient("echoscu");
    }

    @Test
    void takes_an_object_from_storescu_with_every_byte() throws Exception {
        open(ClientCertificates.REQUIRED);
        Mammogram mammogram = Mammogram.mammogram().withRows(2000).withColumns(1500);
        Path file = mammogram.writtenTo(folder.resolve("object.dcm"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] dataSet = mammogram.encoded(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        asKnownClient("storescu", file);

        RunningScp.Stored stored = scp.nextStored();
        assertThat(stored.length()).isEqualTo(dataSet.length);
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of().formatHex(RunningScp.sha256().digest(dataSet)));
        assertThat(stored.request().association().secure()).isTrue();
    }

    private void asKnownClient(String dcmtkTool, Path... files) {
        List<Object> arguments = new ArrayList<>(List.of(
                "+tls",
                certificates.key("client"),
                certificates.pem("client"),
                "+cf",
                certificates.pem("server"),
                "-aec",
                RunningScp.AE_TITLE,
                "localhost",
                scp.scp().tlsPort().orElseThrow()));
        arguments.addAll(List.of(files));
        ForeignTool.Outcome outcome = ForeignTool.find(dcmtkTool).run(arguments.toArray());
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
    }

    @Test
    void stores_with_storescp_over_tls() throws Exception {
        open(ClientCertificates.NOT_ASKED);
        int port = freePort();
        Path received = Files.createDirectory(folder.resolve("received"));
        Process storescp = ForeignTool.find("storescp")
                .start(
                        "+tls",
                        certificates.key("server"),
                        certificates.pem("server"),
                        "+cf",
                        certificates.pem("client"),
                        "+B",
                        "-od",
                        received,
                        port);
        Peer peer = Peer.of("localhost", port, "STORESCP", "TEST").withTls(certificates.context("client", "server"));
        byte[] dataSet = Mammogram.mammogram().encoded(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try {
            awaitEcho(peer);
            try (StorageScu scu = StorageScu.connect(ScuConfig.of(peer, MammographyStorage.transferSyntaxes()))) {
                StoreItem item = new StoreItem(
                        Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                        "1.2.3.6",
                        Uid.EXPLICIT_VR_LITTLE_ENDIAN);
                assertThat(scu.store(item, Files.write(folder.resolve("data-set"), dataSet)))
                        .isEqualTo(StoreResponse.success());
            }
        } finally {
            storescp.destroy();
            storescp.waitFor();
        }
        try (var files = Files.list(received)) {
            assertThat(Files.readAllBytes(files.findFirst().orElseThrow())).endsWith(dataSet);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitEcho(Peer peer) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            try {
                Verification.echo(peer);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void refuses_unknown_and_expired_client_certificates() throws Exception {
        open(ClientCertificates.REQUIRED);

        refuses("stranger");
        refuses("expired");
    }

    private void refuses(String client) throws GeneralSecurityException, IOException {
        SSLContext context = certificates.context(client, "server");
        assertThatThrownBy(() -> Verification.echo(tlsPeer(context))).isInstanceOf(IOException.class);
        assertThat(scp.nextEvent()).startsWith("handshake refused: no TLS connection");
    }

    @Test
    void refuses_a_caller_without_certificate_where_one_is_required() throws Exception {
        open(ClientCertificates.REQUIRED);
        ForeignTool.Outcome outcome = ForeignTool.find("echoscu")
                .run(
                        "+tla",
                        "+cf",
                        certificates.pem("server"),
                        "-aec",
                        RunningScp.AE_TITLE,
                        "localhost",
                        scp.scp().tlsPort().orElseThrow());

        assertThat(outcome.exitStatus()).isNotZero();
        assertThat(scp.nextEvent()).startsWith("handshake refused: no TLS connection");
    }

    @Test
    void refuses_tls_1_1() throws Exception {
        open(ClientCertificates.NOT_ASKED);

        assertThat(ClientHello.offering(0x0302).answerFrom(scp.scp().tlsPort().orElseThrow()))
                .isEqualTo("alert protocol_version");
        assertThat(scp.nextEvent()).startsWith("handshake refused: no TLS connection");
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
        try (SSLSocket socket = (SSLSocket) certificates
                .context("stranger", "server")
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
        assertThat(scp.nextEvent()).startsWith("handshake refused: no TLS connection");
    }

    private void open(ClientCertificates wanted) throws GeneralSecurityException, IOException {
        SSLContext context = certificates.context("server", "client", "expired");
        scp = RunningScp.start(config -> config.withTls(new TlsPort(0, context, wanted)));
    }

    private Peer tlsPeer(SSLContext context) {
        return Peer.of("localhost", scp.scp().tlsPort().orElseThrow(), RunningScp.AE_TITLE, "TEST")
                .withTls(context);
    }
}
