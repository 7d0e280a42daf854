package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.net.dimse.CommandElement;
import org.mammoflow.dicom.net.dimse.CommandSet;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.dimse.Status;
import org.mammoflow.dicom.net.upper.Association;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;

/** One C-STORE: checks what the standard lets the SCP check without the data set, then asks the handler. */
final class StoreOperation {

    private static final Logger LOG = System.getLogger(StoreOperation.class.getName());

    private final StorageHandler handler;
    private final Association association;
    private final Message message;

    StoreOperation(StorageHandler handler, Association association, Message message) {
        this.handler = handler;
        this.association = association;
        this.message = message;
    }

    CommandSet answer() throws AssociationAbortedException {
        CommandSet command = message.command();
        StoreResponse response = refusal().orElse(null);
        if (response == null) {
            response = askHandler();
        }
        return Response.answer(command, response.status(), response.errorComment());
    }

    private Optional<StoreResponse> refusal() {
        CommandSet command = message.command();
        Optional<String> sopClass = command.text(CommandElement.AFFECTED_SOP_CLASS_UID);
        Optional<String> instance = command.text(CommandElement.AFFECTED_SOP_INSTANCE_UID);
        if (sopClass.isEmpty() || instance.isEmpty()) {
            return refuse(Status.UNRECOGNIZED_OPERATION, "Affected SOP Class or Instance UID missing");
        }
        if (!Uids.isValid(instance.get())) {
            return refuse(StoreResponse.INVALID_SOP_INSTANCE, "Affected SOP Instance UID (0000,1000) is no UID");
        }
        if (!sopClass.get().equals(message.context().abstractSyntax())) {
            return refuse(StoreResponse.SOP_CLASS_NOT_SUPPORTED, "SOP class is not that of the presentation context");
        }
        if (!command.hasDataSet()) {
            return refuse(StoreResponse.CANNOT_UNDERSTAND, "no data set");
        }
        return Optional.empty();
    }

    private static Optional<StoreResponse> refuse(int status, String comment) {
        return Optional.of(new StoreResponse(status, comment));
    }

    private StoreResponse askHandler() throws AssociationAbortedException {
        StoreRequest request = request();
        try {
            return handler.store(request, message.dataSet());
        } catch (AssociationAbortedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return failed(request, e);
        }
    }

    private StoreRequest request() {
        CommandSet command = message.command();
        return new StoreRequest(
                association.info(),
                command.number(CommandElement.MESSAGE_ID).orElseThrow(),
                command.text(CommandElement.AFFECTED_SOP_CLASS_UID).orElseThrow(),
                command.text(CommandElement.AFFECTED_SOP_INSTANCE_UID).orElseThrow(),
                message.context().transferSyntax());
    }

    /** The edge: whatever the application throws, the peer gets a status and keeps its object. */
    private StoreResponse failed(StoreRequest request, Exception cause) throws AssociationAbortedException {
        if (!association.isOpen()) {
            throw association.abort("storing failed");
        }
        LOG.log(
                Level.ERROR,
                () -> "assoc=" + association.info().id() + " sop=" + request.sopInstanceUid() + " failed while storing",
                cause);
        return new StoreResponse(StoreResponse.PROCESSING_FAILURE, "processing failure");
    }
}
