package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.CommandElement;
import org.mammoflow.dicom.net.dimse.CommandField;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.dimse.Request;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;

/** PS3.4 Annex J: what is asked for by N-ACTION is reported by N-EVENT-REPORT, and nothing else is committed. */
class StorageCommitmentTest {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private StorageScp scp;

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void reports_on_the_same_association_to_a_requester_without_address() throws IOException {
        open(Optional.of(this::onlyTheFirst));
        try (CommitmentPeer peer = new CommitmentPeer(scp())) {
            assertThat(peer.ask(CommitmentPeer.information("1.2.3", "1.1", "1.2"))
                            .status())
                    .isZero();

            Message report = peer.nextReport();
            assertThat(report.command().commandField()).isEqualTo(CommandField.N_EVENT_REPORT_RQ.value());
            assertThat(report.command().number(CommandElement.EVENT_TYPE_ID)).hasValue(2);
            Attributes information = CommitmentPeer.read(report);
            assertThat(information.string(Tag.TransactionUID)).contains("1.2.3");
            assertThat(information.items(Tag.ReferencedSOPSequence)).hasSize(1);
            assertThat(information.items(Tag.FailedSOPSequence).get(0).integer(Tag.FailureReason))
                    .hasValue(CommitmentResult.Failed.NO_SUCH_OBJECT_INSTANCE);
            peer.channel().send(report.context().id(), Response.success(report.command()));
        }
    }

    @Test
    void tells_the_application_that_the_requester_has_taken_the_report() throws Exception {
        open(Optional.of(this::onlyTheFirst));
        try (CommitmentPeer peer = new CommitmentPeer(scp())) {
            peer.ask(CommitmentPeer.information("1.2.6", "1.1"));
            Message report = peer.nextReport();
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("accepted 1.2.6");
            peer.channel().send(report.context().id(), Response.success(report.command()));

            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("reported 1.2.6");
        }
    }

    @Test
    void does_not_take_a_failure_for_the_delivery_of_a_report() throws Exception {
        open(Optional.of(this::onlyTheFirst));
        try (CommitmentPeer peer = new CommitmentPeer(scp())) {
            peer.ask(CommitmentPeer.information("1.2.6", "1.1"));
            Message report = peer.nextReport();
            peer.channel().send(report.context().id(), Response.answer(report.command(), 0x0110, ""));
        }

        scp.close();
        assertThat(told).containsExactly("accepted 1.2.6");
    }

    @Test
    void answers_a_request_that_the_application_cannot_keep_with_processing_failure() throws IOException {
        open(Optional.empty());
        try (CommitmentPeer peer = new CommitmentPeer(scp())) {
            assertThat(peer.ask(CommitmentPeer.information("1.2.9", "1.1")).status())
                    .isEqualTo(0x0110);
        }
    }

    @Test
    void aborts_an_answer_to_no_report() throws IOException {
        open(Optional.of(request -> Optional.empty()));
        try (CommitmentPeer peer = new CommitmentPeer(scp())) {
            assertThat(peer.ask(CommitmentPeer.information("1.2.9", "1.1")).status())
                    .isZero();
            peer.channel()
                    .send(
                            1,
                            Response.success(new Request.NEventReport(
                                            9,
                                            Uid.STORAGE_COMMITMENT_PUSH_MODEL,
                                            Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE,
                                            1)
                                    .toCommandSet()));

            assertThatThrownBy(peer::nextReport).isInstanceOf(AssociationAbortedException.class);
        }
    }

    @Test
    void delivers_a_report_on_a_new_association_in_the_role_of_the_scp() throws Exception {
        open(Optional.empty());
        try (CommitmentPeer.Receiver requester = new CommitmentPeer.Receiver(0, "REQUESTER")) {
            CommitmentDelivery.deliver(
                    new CommitmentReport(
                            "1.2.4", new CommitmentResult(List.of(new InstanceReference(MAMMOGRAM, "1.1")), List.of())),
                    requester.peer());

            Attributes report = requester.next();
            assertThat(report.string(Tag.TransactionUID)).contains("1.2.4");
            assertThat(report.contains(Tag.FailedSOPSequence)).isFalse();
        }
    }

    @Test
    void says_which_step_of_a_delivery_failed() throws Exception {
        open(Optional.empty());
        CommitmentReport report = new CommitmentReport("1.2.5", new CommitmentResult(List.of(), List.of()));

        assertThatThrownBy(() -> CommitmentDelivery.deliver(report, Peer.of("localhost", 1, "REQUESTER", "TEST")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot connect to ");
    }

    @Test
    void refuses_a_request_without_transaction_uid_or_references() throws IOException {
        open(Optional.of(this::onlyTheFirst));
        try (CommitmentPeer peer = new CommitmentPeer(scp())) {
            assertThat(peer.ask(new Attributes().set(Tag.TransactionUID, "1.2.3"))
                            .status())
                    .isEqualTo(0x0115);
            assertThat(peer.ask(CommitmentPeer.information("", "1.1")).errorComment())
                    .startsWith("(0008,1195) Transaction UID");
        }
    }

    @Test
    void refuses_more_while_reports_of_50_000_instances_are_not_answered() throws Exception {
        open(Optional.of(this::onlyTheFirst));
        try (CommitmentPeer peer = new CommitmentPeer(scp())) {
            assertThat(peer.ask(manyInstances("1.2.10")).status()).isZero();
            Message report = peer.nextReport();
            CommitmentPeer.read(report);
            assertThat(peer.ask(manyInstances("1.2.11")).status()).isEqualTo(0x0213);

            peer.channel().send(report.context().id(), Response.success(report.command()));
            assertThat(peer.ask(manyInstances("1.2.12")).status()).isZero();
            peer.report();
        }

        scp.close();
        assertThat(told).containsExactly("accepted 1.2.10", "reported 1.2.10", "accepted 1.2.12", "reported 1.2.12");
    }

    private static Attributes manyInstances(String transactionUid) {
        return CommitmentPeer.information(
                transactionUid,
                IntStream.range(1, 30_001).mapToObj(i -> "1.2." + i).toArray(String[]::new));
    }

    /** Decides what is reported on the association of a request. */
    @FunctionalInterface
    private interface Decision {
        Optional<CommitmentReport> on(CommitmentRequest request);
    }

    /** With a handler that keeps requests, or with one that cannot. */
    private void open(Optional<Decision> decision) throws IOException {
        scp = StorageScp.open(
                StorageScpConfig.mammography(RunningScp.localConfig()),
                caller -> new AssociationPolicy.Admitted(),
                StorageApplication.of((request, dataSet) -> StoreResponse.success(), new Keeper(decision)),
                new AssociationListener() {});
    }

    private final class Keeper implements CommitmentHandler {

        private final Optional<Decision> decision;

        Keeper(Optional<Decision> decision) {
            this.decision = decision;
        }

        @Override
        public void accept(CommitmentRequest request) {
            if (decision.isEmpty()) {
                throw new IllegalStateException("no database");
            }
            told.add("accepted " + request.transactionUid());
        }

        @Override
        public Optional<CommitmentReport> report(CommitmentRequest request) {
            return decision.orElseThrow().on(request);
        }

        @Override
        public void reported(CommitmentRequest request, CommitmentReport report) {
            told.add("reported " + request.transactionUid());
        }
    }

    private Optional<CommitmentReport> onlyTheFirst(CommitmentRequest request) {
        List<InstanceReference> all = request.instances();
        return Optional.of(new CommitmentReport(
                request.transactionUid(),
                new CommitmentResult(
                        all.subList(0, 1),
                        all.subList(1, all.size()).stream()
                                .map(instance -> new CommitmentResult.Failed(
                                        instance, CommitmentResult.Failed.NO_SUCH_OBJECT_INSTANCE))
                                .toList())));
    }

    private Peer scp() {
        return Peer.of("localhost", scp.port(), RunningScp.AE_TITLE, "TEST");
    }
}
