package org.mammoflow.dicom.net.storage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.mammoflow.dicom.net.dimse.DimseChannel;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;

/** Answers requests for commitment on one association and sees that each gets its report. */
final class CommitmentService {

    private static final Logger LOG = System.getLogger(CommitmentService.class.getName());

    private final CommitmentHandler handler;
    private final CommitmentReporter reporter;

    CommitmentService(CommitmentHandler handler, CommitmentReporter reporter) {
        this.handler = handler;
        this.reporter = reporter;
    }

    /** Answers, decides, and reports on a new association, or on this one when the requester's address is unknown. */
    void serve(DimseChannel channel, Message message) throws AssociationAbortedException {
        CommitmentOperation operation =
                new CommitmentOperation(channel.association().info(), message);
        channel.send(message.context().id(), operation.answer());
        if (operation.request().isPresent()) {
            report(channel, message, operation.request().get());
        }
    }

    private void report(DimseChannel channel, Message message, CommitmentRequest request)
            throws AssociationAbortedException {
        CommitmentReport report = new CommitmentReport(request, commit(request));
        Optional<Peer> requester = reporter.requesterOf(request);
        if (requester.isPresent()) {
            reporter.deliver(report, requester.get());
            return;
        }
        try {
            channel.send(
                    message.context().id(),
                    report.command(1),
                    CommitmentReporter.channel(
                            report.information(message.context().transferSyntax())));
        } catch (AssociationAbortedException e) {
            reporter.undelivered(report, e.getMessage());
            throw e;
        }
    }

    /** The edge: whatever the application throws, the requester keeps its objects. */
    private CommitmentResult commit(CommitmentRequest request) {
        try {
            return handler.commit(request);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    () -> "assoc=" + request.association().id() + " transaction=" + request.transactionUid()
                            + " failed while committing",
                    e);
            return new CommitmentResult(
                    List.of(),
                    request.instances().stream()
                            .map(instance ->
                                    new CommitmentResult.Failed(instance, CommitmentResult.Failed.PROCESSING_FAILURE))
                            .toList());
        }
    }
}
