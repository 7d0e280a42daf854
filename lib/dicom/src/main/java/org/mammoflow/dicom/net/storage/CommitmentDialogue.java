package org.mammoflow.dicom.net.storage;

import java.io.ByteArrayInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.dicom.net.dimse.CommandElement;
import org.mammoflow.dicom.net.dimse.CommandSet;
import org.mammoflow.dicom.net.dimse.DimseChannel;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.dimse.Status;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;

/** Requests for commitment on one association, and the reports that go back on it. */
final class CommitmentDialogue {

    private static final Logger LOG = System.getLogger(CommitmentDialogue.class.getName());

    /** Of how many instances reports are kept for a requester that does not answer them. */
    private static final int INSTANCES = 50_000;

    private final CommitmentHandler handler;
    private final DimseChannel channel;
    private final Map<Integer, Sent> unanswered = new HashMap<>();
    private int held;
    private int messageId;

    CommitmentDialogue(CommitmentHandler handler, DimseChannel channel) {
        this.handler = handler;
        this.channel = channel;
    }

    /** A report that the requester has not answered yet. */
    private record Sent(CommitmentRequest request, CommitmentReport report) {

        int instances() {
            return request.instances().size();
        }
    }

    /** Answers an N-ACTION-RQ and sends what is to be said on this association. */
    void request(Message message) throws AssociationAbortedException {
        CommitmentOperation operation =
                new CommitmentOperation(channel.association().info(), message);
        CommandSet answer = operation.answer();
        Optional<CommitmentRequest> request = operation.request();
        if (request.isEmpty()) {
            channel.send(message.context().id(), answer);
        } else if (!hasRoomFor(request.get())) {
            refuse(message, Status.RESOURCE_LIMITATION, "earlier reports not answered");
        } else if (!accept(request.get())) {
            refuse(message, Status.PROCESSING_FAILURE, "request not kept");
        } else {
            channel.send(message.context().id(), answer);
            report(message, request.get());
        }
    }

    /** Who answers its reports may ask for as many instances as a request can name. */
    private boolean hasRoomFor(CommitmentRequest request) {
        return held == 0 || held + request.instances().size() <= INSTANCES;
    }

    private void refuse(Message message, int status, String comment) throws AssociationAbortedException {
        channel.send(message.context().id(), Response.answer(message.command(), status, comment));
    }

    /** The edge: whatever the application throws, the requester keeps its objects. */
    private boolean accept(CommitmentRequest request) {
        try {
            handler.accept(request);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> describe(request) + " not kept", e);
            return false;
        }
    }

    private void report(Message message, CommitmentRequest request) throws AssociationAbortedException {
        Optional<CommitmentReport> report = decide(request);
        if (report.isPresent()) {
            messageId = messageId % 0xFFFF + 1;
            keep(new Sent(request, report.get()));
            byte[] information = report.get().information(message.context().transferSyntax());
            channel.send(
                    message.context().id(),
                    report.get().command(messageId),
                    Channels.newChannel(new ByteArrayInputStream(information)));
        }
    }

    /** In place of one 65,535 messages ago, if that has still no answer. */
    private void keep(Sent sent) {
        Sent former = unanswered.put(messageId, sent);
        held += sent.instances() - (former == null ? 0 : former.instances());
    }

    private Optional<CommitmentReport> decide(CommitmentRequest request) {
        try {
            return handler.report(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> describe(request) + " not decided", e);
            return Optional.empty();
        }
    }

    /** Takes an N-EVENT-REPORT-RSP; false when it answers none of our reports. */
    boolean answered(CommandSet response) {
        Sent sent = unanswered.remove(
                response.number(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO).orElse(0));
        if (sent == null) {
            return false;
        }
        held -= sent.instances();
        if (response.number(CommandElement.STATUS).orElse(Status.PROCESSING_FAILURE) == Status.SUCCESS) {
            handler.reported(sent.request(), sent.report());
        }
        return true;
    }

    private static String describe(CommitmentRequest request) {
        return "assoc=" + request.association().id() + " commitment transaction=" + request.transactionUid();
    }
}
