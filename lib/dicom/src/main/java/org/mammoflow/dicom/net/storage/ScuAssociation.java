package org.mammoflow.dicom.net.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.CommandSet;
import org.mammoflow.dicom.net.dimse.DimseChannel;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.dimse.Request;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.AcceptedContext;
import org.mammoflow.dicom.net.upper.Association;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;

/** One association of ours: a request, then its response. */
final class ScuAssociation {

    private final Association association;
    private final DimseChannel channel;
    private final Duration patience;
    private int messageId;
    private long unusedSince = System.nanoTime();

    ScuAssociation(Association association, Duration patience) {
        this.association = association;
        this.channel = new DimseChannel(association);
        this.patience = patience;
    }

    Optional<AcceptedContext> context(String sopClassUid, String transferSyntaxUid) {
        return association.contexts().stream()
                .filter(context -> context.abstractSyntax().equals(sopClassUid)
                        && context.transferSyntax().equals(transferSyntaxUid))
                .findFirst();
    }

    Response echo() throws IOException {
        AcceptedContext context = association.contexts().stream()
                .filter(accepted -> accepted.abstractSyntax().equals(Uid.VERIFICATION))
                .findFirst()
                .orElseThrow(() -> new IOException("the peer has not accepted Verification"));
        channel.send(context.id(), new Request.CEcho(nextMessageId()).toCommandSet());
        return response();
    }

    StoreResponse store(StoreItem item, AcceptedContext context, ReadableByteChannel dataSet) throws IOException {
        CommandSet command =
                new Request.CStore(nextMessageId(), item.sopClassUid(), item.sopInstanceUid()).toCommandSet();
        channel.send(context.id(), command, dataSet);
        Response response = response();
        return new StoreResponse(response.status(), response.errorComment());
    }

    Response report(CommitmentReport report) throws IOException {
        AcceptedContext context = association.contexts().stream()
                .findFirst()
                .orElseThrow(() -> new IOException("the peer has not accepted Storage Commitment Push Model"));
        CommandSet command = report.command(nextMessageId());
        byte[] information = report.information(context.transferSyntax());
        channel.send(context.id(), command, Channels.newChannel(new ByteArrayInputStream(information)));
        return response();
    }

    private int nextMessageId() {
        messageId = messageId % 0xFFFF + 1;
        return messageId;
    }

    private Response response() throws IOException {
        Message message = channel.receive(patience, "waiting for a response")
                .orElseThrow(() -> new IOException("the peer released the association instead of answering"));
        unusedSince = System.nanoTime();
        if (!message.command().isResponse()) {
            throw association.abort("a request where a response is expected");
        }
        Response response = Response.of(message.command());
        if (response.messageIdBeingRespondedTo() != messageId) {
            throw association.abort(
                    "a response to message " + response.messageIdBeingRespondedTo() + " instead of " + messageId);
        }
        return response;
    }

    boolean usable(Duration rest) {
        return association.isOpen() && System.nanoTime() - unusedSince < rest.toNanos();
    }

    /** Releases the association if it is still there. */
    void release() {
        if (association.isOpen()) {
            try {
                association.release();
            } catch (AssociationAbortedException gone) {
                // It has ended, which is what was wanted.
            }
        }
    }

    void abort(String reason) {
        if (association.isOpen()) {
            association.abort(reason);
        }
    }
}
