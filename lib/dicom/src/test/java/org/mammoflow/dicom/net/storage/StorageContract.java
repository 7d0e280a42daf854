package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mammoflow.dicom.net.upper.PduBytes.associateRq;
import static org.mammoflow.dicom.net.upper.PduBytes.context;
import static org.mammoflow.dicom.net.upper.PduBytes.echoCommand;
import static org.mammoflow.dicom.net.upper.PduBytes.join;
import static org.mammoflow.dicom.net.upper.PduBytes.number;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;
import static org.mammoflow.dicom.net.upper.PduBytes.storeCommand;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.ClientCertificates;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.dicom.net.upper.PduBytes;
import org.mammoflow.dicom.net.upper.ScriptedPeer;
import org.mammoflow.dicom.net.upper.TlsPort;

/** What the application relies on, whichever stack answers. A stack's test class extends this one. */
public abstract class StorageContract {

    private static final int COMMAND = 1;
    private static final int LAST = 2;
    private static final String MAMMOGRAM = Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION;
    private static final Map<String, List<String>> MAMMOGRAMS =
            Map.of(MAMMOGRAM, List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN));
    private static final Deadlines IMPATIENT = new Deadlines(
            Duration.ofMillis(500),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(300));

    private final StorageStack stack;

    protected StorageContract(StorageStack stack) {
        this.stack = stack;
    }

    // as SCP -----------------------------------------------------------------------------------------------

    @Test
    void answers_echo() throws IOException {
        try (RunningScp scp = start()) {
            assertThat(Verification.echo(scp.peer()).status()).isZero();
            assertThat(scp.nextEvent()).isEqualTo("opened");
            assertThat(scp.nextEvent()).isEqualTo("released");
        }
    }

    @Test
    void hands_over_every_byte_of_a_data_set_with_what_the_command_said() throws IOException {
        byte[] dataSet = new byte[3_000_001 * 2];
        new Random(1).nextBytes(dataSet);
        try (RunningScp scp = start();
                StorageScu scu = StorageScu.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), channel(dataSet))).isEqualTo(StoreResponse.success());

            RunningScp.Stored stored = scp.nextStored();
            assertThat(stored.sha256())
                    .isEqualTo(HexFormat.of().formatHex(RunningScp.sha256().digest(dataSet)));
            assertThat(stored.request().sopInstanceUid()).isEqualTo("1.2.3");
            assertThat(stored.request().sopClassUid()).isEqualTo(MAMMOGRAM);
            assertThat(stored.request().transferSyntaxUid()).isEqualTo(Uid.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(stored.request().association().callingAeTitle()).isEqualTo("TEST");
            assertThat(stored.request().association().calledAeTitle()).isEqualTo(RunningScp.AE_TITLE);
        }
    }

    @Test
    void sends_the_handlers_status_and_comment() throws IOException {
        try (RunningScp scp = RunningScp.storing(
                        stack, (request, dataSet) -> new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
                StorageScu scu = StorageScu.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), channel(new byte[100_000])))
                    .isEqualTo(new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
            assertThat(scu.echo().status()).as("the unread rest is drained").isZero();
        }
    }

    @Test
    void answers_a_handler_that_throws_with_processing_failure_and_goes_on() throws IOException {
        try (RunningScp scp = RunningScp.storing(stack, (request, dataSet) -> {
                    throw new IllegalStateException("no database");
                });
                StorageScu scu = StorageScu.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), channel(new byte[1000])).status())
                    .isEqualTo(StoreResponse.PROCESSING_FAILURE);
            assertThat(scu.echo().status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/abs", "1.2.3\n", "1.02.3", "x"})
    void refuses_a_uid_that_breaks_the_syntax_before_the_handler_sees_it(String uid) throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, uid)), pData(1, LAST, new byte[8]));
            assertThat(peer.readStatus()).isEqualTo(StoreResponse.INVALID_SOP_INSTANCE);
            assertThat(scp.storedNothing()).isTrue();
        }
    }

    @Test
    void refuses_a_sop_class_that_is_not_that_of_the_presentation_context() throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(
                    pData(1, COMMAND | LAST, storeCommand("1.2.840.10008.5.1.4.1.1.2", "1.2.3")),
                    pData(1, LAST, new byte[8]));
            assertThat(peer.readStatus()).isEqualTo(StoreResponse.SOP_CLASS_NOT_SUPPORTED);
            assertThat(scp.storedNothing()).isTrue();
        }
    }

    @Test
    void refuses_a_store_without_uids_and_an_operation_that_it_does_not_have() throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(
                    pData(1, COMMAND | LAST, join(number(0x0100, 1), number(0x0110, 7), number(0x0800, 1))),
                    pData(1, LAST, new byte[8]));
            assertThat(peer.readStatus()).isEqualTo(0x0211);
            peer.send(
                    pData(1, COMMAND | LAST, join(number(0x0100, 0x0140), number(0x0110, 7), number(0x0800, 0x0101))));
            assertThat(peer.readStatus()).isEqualTo(0x0211);
            peer.send(pData(3, COMMAND | LAST, echoCommand()));
            assertThat(peer.readStatus()).isZero();
        }
    }

    @Test
    void rejects_another_called_title_an_odd_calling_title_and_whom_the_policy_does_not_want() {
        try (RunningScp scp = RunningScp.admitting(
                stack,
                caller -> caller.callingAeTitle().equals("UNKNOWN")
                        ? new AssociationPolicy.Rejected(1, 1, 3)
                        : new AssociationPolicy.Admitted())) {
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().called("SOMEBODY").bytes())
                    .expectRejection(1, 1, 7);
            assertThat(scp.nextEvent()).isEqualTo("rejected 1/1/7");
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().calling("../'\"<b>").bytes())
                    .expectRejection(1, 1, 3);
            assertThat(scp.nextEvent()).isEqualTo("rejected 1/1/3");
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().calling("UNKNOWN").bytes())
                    .expectRejection(1, 1, 3);
            assertThat(scp.nextEvent()).isEqualTo("rejected 1/1/3");
        }
    }

    @Test
    void rejects_for_now_when_the_policy_cannot_decide() {
        try (RunningScp scp = RunningScp.admitting(stack, caller -> {
            throw new IllegalStateException("no database");
        })) {
            ScriptedPeer.connect(scp.port()).send(associateRq().bytes()).expectRejection(2, 3, 1);
        }
    }

    @Test
    void rejects_another_protocol_version_and_application_context() {
        try (RunningScp scp = start()) {
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().version(2).bytes())
                    .expectRejection(1, 2, 2);
            ScriptedPeer.connect(scp.port())
                    .send(associateRq()
                            .applicationContext("1.2.840.10008.3.1.1.2")
                            .bytes())
                    .expectRejection(1, 1, 2);
        }
    }

    @Test
    void aborts_presentation_contexts_that_are_malformed() {
        try (RunningScp scp = start()) {
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().contexts().bytes())
                    .expectAbort(2, 6);
            ScriptedPeer.connect(scp.port())
                    .send(associateRq()
                            .contexts(context(2, MAMMOGRAM, PduBytes.EXPLICIT))
                            .bytes())
                    .expectAbort(2, 6);
        }
    }

    @Test
    void tells_the_handler_and_the_listener_when_a_sender_disappears_in_a_data_set() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        StorageHandler handler = (request, dataSet) -> {
            ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
            try {
                while (dataSet.read(buffer.clear()) >= 0) {
                    heard.add("bytes");
                }
                heard.add("end");
            } catch (IOException e) {
                heard.add("broken");
                throw e;
            }
            return StoreResponse.success();
        };
        try (RunningScp scp = RunningScp.storing(stack, handler)) {
            ScriptedPeer peer = ScriptedPeer.associate(scp.port())
                    .send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, 0, new byte[1000]));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("bytes");
            peer.close();
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("broken");
            assertThat(scp.nextEvent()).isEqualTo("opened");
            assertThat(scp.nextEvent()).startsWith("aborted: ");
        }
    }

    @Test
    void tells_the_listener_of_a_tls_handshake_that_fails() throws Exception {
        SSLContext withoutKey = SSLContext.getInstance("TLS");
        withoutKey.init(null, null, null);
        try (RunningScp scp = RunningScp.on(
                stack, config -> config.withTls(new TlsPort(0, withoutKey, ClientCertificates.NOT_ASKED)))) {
            assertThat(ClientHello.offering(0x0303)
                            .answerFrom(scp.scp().tlsPort().orElseThrow()))
                    .startsWith("alert");
            assertThat(scp.nextEvent()).startsWith("handshake refused: no TLS connection");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tells_the_listener_of_a_client_certificate_that_is_unknown(String version, @TempDir Path folder)
            throws Exception {
        Certificates certificates = new Certificates(folder).make("server", "client");
        Certificates impostor = new Certificates(Files.createDirectory(folder.resolve("impostor"))).make("client");
        Files.copy(certificates.store("server"), impostor.store("server"));
        TlsPort port = new TlsPort(0, certificates.context("server", "client"), ClientCertificates.REQUIRED);
        try (RunningScp scp = RunningScp.on(stack, config -> config.withTls(port))) {
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
    void does_not_call_refused_who_says_nothing_or_hangs_up_on_the_tls_port(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder).make("server");
        TlsPort port = new TlsPort(0, certificates.context("server"), ClientCertificates.NOT_ASKED);
        try (RunningScp scp =
                RunningScp.on(stack, config -> config.withDeadlines(IMPATIENT).withTls(port))) {
            int tlsPort = scp.scp().tlsPort().orElseThrow();
            ScriptedPeer.connect(tlsPort).awaitEnd();
            assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
            ScriptedPeer.connect(tlsPort).close();
            assertThat(scp.nextEvent()).startsWith("failed: no TLS connection");
        }
    }

    @Test
    void asks_for_a_certificate_where_one_is_wanted_and_does_without(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder).make("server", "client", "nobody");
        TlsPort port = new TlsPort(0, certificates.context("server", "client"), ClientCertificates.WANTED);
        try (RunningScp scp = RunningScp.on(stack, config -> config.withTls(port))) {
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

    @Test
    void ends_what_is_silent_idle_or_stalled() {
        try (RunningScp scp = RunningScp.on(stack, config -> config.withDeadlines(IMPATIENT))) {
            ScriptedPeer silent = ScriptedPeer.connect(scp.port());
            ScriptedPeer idle = ScriptedPeer.associate(scp.port());
            ScriptedPeer stalled = ScriptedPeer.associate(scp.port())
                    .send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, 0, new byte[1000]));
            silent.awaitEnd();
            idle.awaitEnd();
            stalled.awaitEnd();
            assertThat(scp.storedNothing()).isTrue();
        }
    }

    @Test
    void keeps_a_place_for_echo_when_every_other_is_taken() throws IOException {
        List<ScriptedPeer> peers = new ArrayList<>();
        try (RunningScp scp = start()) {
            for (int i = 0; i < 70; i++) {
                peers.add(ScriptedPeer.connect(scp.port())
                        .send(associateRq().calling("CALLER" + i).bytes()));
                peers.get(i).read();
            }
            assertThat(Verification.echo(scp.peer()).status()).isZero();
        }
        peers.forEach(ScriptedPeer::close);
    }

    @Test
    void chooses_the_preferred_transfer_syntax() throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.connect(scp.port())) {
            peer.send(associateRq()
                    .contexts(context(
                            1,
                            MAMMOGRAM,
                            Uid.JPEG_BASELINE_8_BIT,
                            Uid.IMPLICIT_VR_LITTLE_ENDIAN,
                            Uid.EXPLICIT_VR_LITTLE_ENDIAN))
                    .bytes());
            assertThat(new String(peer.read().variableField(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .containsPattern("1\\.2\\.840\\.10008\\.1\\.2\\.1[^.0-9]");
        }
    }

    @Test
    void lets_a_message_finish_when_it_closes() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        StorageHandler slow = (request, dataSet) -> {
            heard.add("storing");
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return StoreResponse.success();
        };
        RunningScp scp = RunningScp.storing(stack, slow);
        try (ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, LAST, new byte[8]));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("storing");
            scp.close();
            assertThat(peer.readStatus()).isZero();
        }
    }

    // as SCU -----------------------------------------------------------------------------------------------

    @Test
    void stores_and_echoes_as_scu() throws IOException {
        byte[] dataSet = new byte[1_000_000];
        new Random(2).nextBytes(dataSet);
        try (RunningScp scp = RunningScp.start();
                StorageClient scu = stack.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.echo().status()).isZero();
            assertThat(scu.store(item("1.2.3"), () -> channel(dataSet))).isEqualTo(StoreResponse.success());
            assertThat(scp.nextStored().sha256())
                    .isEqualTo(HexFormat.of().formatHex(RunningScp.sha256().digest(dataSet)));
        }
    }

    @Test
    void says_as_scu_what_the_peer_answered_or_has_not_accepted() throws IOException {
        try (RunningScp scp = RunningScp.withHandler(
                        (request, dataSet) -> new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
                StorageClient scu = stack.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), () -> channel(new byte[10])))
                    .isEqualTo(new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
            StoreItem other = new StoreItem(Uid.BASIC_TEXT_SR_STORAGE, "1.2.3", Uid.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(scu.store(other, () -> channel(new byte[10])).status())
                    .isEqualTo(StoreResponse.SOP_CLASS_NOT_SUPPORTED);
        }
    }

    @Test
    void stores_as_scu_on_as_many_associations_at_once_as_it_may_open_and_no_more() throws Exception {
        int associations = 3;
        CyclicBarrier together = new CyclicBarrier(associations);
        ExecutorService callers = Executors.newCachedThreadPool();
        try (RunningScp scp = RunningScp.withHandler((request, dataSet) -> meet(together))) {
            try (StorageClient scu =
                    stack.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS).withAssociations(associations))) {
                Callable<StoreResponse> store = () -> scu.store(item("1.2.3"), () -> channel(new byte[10]));
                for (Future<StoreResponse> stored : callers.invokeAll(Collections.nCopies(4 * associations, store))) {
                    assertThat(stored.get()).isEqualTo(StoreResponse.success());
                }
            }
            List<String> events =
                    Stream.generate(scp::nextEvent).limit(2L * associations).toList();
            assertThat(events).filteredOn("opened"::equals).hasSize(associations);
            assertThat(events).filteredOn("released"::equals).hasSize(associations);
        } finally {
            callers.shutdownNow();
        }
    }

    private static StoreResponse meet(CyclicBarrier others) throws IOException {
        try {
            others.await(20, TimeUnit.SECONDS);
            return StoreResponse.success();
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException("too few stores at once", e);
        }
    }

    @Test
    void replaces_an_association_that_the_peer_has_closed() throws IOException {
        try (RunningScp scp = RunningScp.start(config -> config.withDeadlines(IMPATIENT));
                StorageClient scu = stack.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.echo().status()).isZero();
            while (!scp.nextEvent().startsWith("aborted: ")) {
                // until the SCP has ended the idle association
            }
            assertThat(scu.store(item("1.2.3"), () -> channel(new byte[10]))).isEqualTo(StoreResponse.success());
        }
    }

    @Test
    void fails_at_once_when_the_peer_cannot_be_reached_or_rejects() {
        assertThatThrownBy(() -> stack.connect(ScuConfig.of(Peer.of("localhost", 1, "ANY", "TEST"), MAMMOGRAMS)))
                .isInstanceOf(IOException.class);
        try (RunningScp scp = RunningScp.start()) {
            Peer wrong = Peer.of("localhost", scp.port(), "SOMEBODY", "TEST");
            assertThatThrownBy(() -> stack.connect(ScuConfig.of(wrong, MAMMOGRAMS)))
                    .isInstanceOf(IOException.class);
        }
    }

    // storage commitment -----------------------------------------------------------------------------------

    @Test
    void reports_a_commitment_on_the_association_of_the_request() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        CommitmentHandler handler = new CommitmentHandler() {
            @Override
            public void accept(CommitmentRequest request) {
                told.add("accepted " + request.transactionUid());
            }

            @Override
            public Optional<CommitmentReport> report(CommitmentRequest request) {
                return Optional.of(new CommitmentReport(
                        request.transactionUid(),
                        new CommitmentResult(
                                request.instances().subList(0, 1),
                                List.of(new CommitmentResult.Failed(
                                        request.instances().get(1),
                                        CommitmentResult.Failed.NO_SUCH_OBJECT_INSTANCE)))));
            }

            @Override
            public void reported(CommitmentRequest request, CommitmentReport report) {
                told.add("reported " + report.transactionUid());
            }
        };
        try (RunningScp scp = RunningScp.committing(stack, handler);
                CommitmentPeer peer = new CommitmentPeer(scp.peer())) {
            assertThat(peer.ask(CommitmentPeer.information("1.2.3", "1.1", "1.2"))
                            .status())
                    .isZero();
            Attributes report = peer.report();
            assertThat(report.string(Tag.TransactionUID)).contains("1.2.3");
            assertThat(report.items(Tag.ReferencedSOPSequence)).hasSize(1);
            assertThat(report.items(Tag.FailedSOPSequence).get(0).integer(Tag.FailureReason))
                    .hasValue(0x0112);
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("accepted 1.2.3");
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("reported 1.2.3");
        }
    }

    @Test
    void answers_a_commitment_that_the_application_cannot_keep_or_that_names_nothing() throws IOException {
        CommitmentHandler broken = new CommitmentHandler() {
            @Override
            public void accept(CommitmentRequest request) {
                throw new IllegalStateException("no database");
            }

            @Override
            public Optional<CommitmentReport> report(CommitmentRequest request) {
                throw new AssertionError("was not accepted");
            }

            @Override
            public void reported(CommitmentRequest request, CommitmentReport report) {
                throw new AssertionError("was not reported");
            }
        };
        try (RunningScp scp = RunningScp.committing(stack, broken);
                CommitmentPeer peer = new CommitmentPeer(scp.peer())) {
            assertThat(peer.ask(CommitmentPeer.information("1.2.3", "1.1")).status())
                    .isEqualTo(0x0110);
            assertThat(peer.ask(CommitmentPeer.information("1.2.3")).status()).isEqualTo(0x0115);
            assertThat(peer.ask(CommitmentPeer.information("1.2.3", "../x")).status())
                    .isEqualTo(0x0115);
        }
    }

    @Test
    void delivers_a_commitment_report_on_an_association_of_its_own() throws Exception {
        CommitmentReport report = new CommitmentReport(
                "1.2.4", new CommitmentResult(List.of(new InstanceReference(MAMMOGRAM, "1.1")), List.of()));
        try (CommitmentPeer.Receiver receiver = new CommitmentPeer.Receiver(0, "REQUESTER")) {
            stack.deliver(report, receiver.peer());
            Attributes taken = receiver.next();
            assertThat(taken.string(Tag.TransactionUID)).contains("1.2.4");
            assertThat(taken.contains(Tag.FailedSOPSequence)).isFalse();
        }
        assertThatThrownBy(() -> stack.deliver(report, Peer.of("localhost", 1, "REQUESTER", "TEST")))
                .isInstanceOf(IOException.class);
    }

    private RunningScp start() {
        return RunningScp.on(stack, config -> config);
    }

    private static StoreItem item(String sopInstanceUid) {
        return new StoreItem(MAMMOGRAM, sopInstanceUid, Uid.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static java.nio.channels.ReadableByteChannel channel(byte[] bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }
}
