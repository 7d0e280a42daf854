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
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

/** How a stack takes requests for storage commitment and delivers the reports. */
public interface CommitmentContract extends StackContract {

    @Test
    default void reports_a_commitment_on_the_association_of_the_request() throws Exception {
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
        try (RunningScp scp = RunningScp.committing(stack(), handler);
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
    default void answers_a_commitment_that_the_application_cannot_keep_or_that_names_nothing() throws IOException {
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
        try (RunningScp scp = RunningScp.committing(stack(), broken);
                CommitmentPeer peer = new CommitmentPeer(scp.peer())) {
            assertThat(peer.ask(CommitmentPeer.information("1.2.3", "1.1")).status())
                    .isEqualTo(0x0110);
            assertThat(peer.ask(CommitmentPeer.information("1.2.3")).status()).isEqualTo(0x0115);
            assertThat(peer.ask(CommitmentPeer.information("1.2.3", "../x")).status())
                    .isEqualTo(0x0115);
        }
    }

    @Test
    default void delivers_a_commitment_report_on_an_association_of_its_own() throws Exception {
        CommitmentReport report = new CommitmentReport(
                "1.2.4", new CommitmentResult(List.of(new InstanceReference(MAMMOGRAM, "1.1")), List.of()));
        try (CommitmentPeer.Receiver receiver = new CommitmentPeer.Receiver(0, "REQUESTER")) {
            stack().deliver(report, receiver.peer());
            Attributes taken = receiver.next();
            assertThat(taken.string(Tag.TransactionUID)).contains("1.2.4");
            assertThat(taken.contains(Tag.FailedSOPSequence)).isFalse();
        }
        assertThatThrownBy(() -> stack().deliver(report, Peer.of("localhost", 1, "REQUESTER", "TEST")))
                .isInstanceOf(IOException.class);
    }
}
