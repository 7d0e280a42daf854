package org.mammoflow.dicom.net.storage;

import java.util.Optional;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.CommandElement;
import org.mammoflow.dicom.net.dimse.CommandField;
import org.mammoflow.dicom.net.dimse.CommandSet;
import org.mammoflow.dicom.net.dimse.DimseChannel;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.dimse.Status;
import org.mammoflow.dicom.net.upper.Association;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;
import org.mammoflow.dicom.net.upper.AssociationUser;

/** Serves one message after the other on an association. */
final class StorageService implements AssociationUser {

    private final StorageApplication application;

    StorageService(StorageApplication application) {
        this.application = application;
    }

    @Override
    public void serve(Association association) throws AssociationAbortedException {
        DimseChannel channel = new DimseChannel(association);
        Optional<CommitmentDialogue> commitment =
                application.commitment().map(handler -> new CommitmentDialogue(handler, channel));
        Optional<Message> message = channel.receive();
        while (message.isPresent()) {
            serve(channel, commitment, message.get());
            message = channel.receive();
        }
    }

    private void serve(DimseChannel channel, Optional<CommitmentDialogue> commitment, Message message)
            throws AssociationAbortedException {
        CommandSet command = message.command();
        Optional<CommandField> field = CommandField.of(command.commandField());
        if (command.isResponse()) {
            if (!(commitment.isPresent()
                    && field.equals(Optional.of(CommandField.N_EVENT_REPORT_RSP))
                    && commitment.get().answered(command))) {
                throw channel.association().abort("a response to no request");
            }
            return;
        }
        if (command.number(CommandElement.MESSAGE_ID).isEmpty()) {
            throw channel.association().abort("a request without Message ID (0000,0110)");
        }
        if (commitment.isPresent() && field.equals(Optional.of(CommandField.N_ACTION_RQ))) {
            commitment.get().request(message);
        } else {
            channel.send(message.context().id(), answer(channel, message, field));
        }
    }

    private CommandSet answer(DimseChannel channel, Message message, Optional<CommandField> field)
            throws AssociationAbortedException {
        if (field.equals(Optional.of(CommandField.C_ECHO_RQ))) {
            return echo(message);
        }
        if (field.equals(Optional.of(CommandField.C_STORE_RQ))) {
            return new StoreOperation(application.storage(), channel.association(), message).answer();
        }
        return Response.answer(message.command(), Status.UNRECOGNIZED_OPERATION, "operation not supported");
    }

    private static CommandSet echo(Message message) {
        return message.context().abstractSyntax().equals(Uid.VERIFICATION)
                ? Response.success(message.command())
                : Response.answer(message.command(), Status.SOP_CLASS_NOT_SUPPORTED, "C-ECHO on a storage context");
    }
}
