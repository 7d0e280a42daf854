package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.util.Optional;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetReader;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.CommandElement;
import org.mammoflow.dicom.net.dimse.CommandSet;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.dimse.Status;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;
import org.mammoflow.dicom.net.upper.AssociationInfo;

/** One N-ACTION of the Storage Commitment Push Model (PS3.4 J.3.2): reads it and says whether it is understood. */
final class CommitmentOperation {

    private static final int REQUEST_STORAGE_COMMITMENT = 1;

    private final AssociationInfo association;
    private final Message message;
    private Optional<CommitmentRequest> request = Optional.empty();

    CommitmentOperation(AssociationInfo association, Message message) {
        this.association = association;
        this.message = message;
    }

    /** The N-ACTION-RSP; with success there is a {@link #request} to report on. */
    CommandSet answer() throws AssociationAbortedException {
        CommandSet command = message.command();
        if (!message.context().abstractSyntax().equals(Uid.STORAGE_COMMITMENT_PUSH_MODEL)) {
            return Response.answer(command, Status.UNRECOGNIZED_OPERATION, "N-ACTION on a context without actions");
        }
        if (!command.text(CommandElement.REQUESTED_SOP_INSTANCE_UID)
                .equals(Optional.of(Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE))) {
            return Response.answer(command, Status.NO_SUCH_SOP_INSTANCE, "not the well-known instance");
        }
        if (command.number(CommandElement.ACTION_TYPE_ID).orElse(0) != REQUEST_STORAGE_COMMITMENT) {
            return Response.answer(command, Status.NO_SUCH_ACTION_TYPE, "");
        }
        return answerToInformation(command);
    }

    private CommandSet answerToInformation(CommandSet command) throws AssociationAbortedException {
        try {
            request = Optional.of(parse());
            return Response.success(command);
        } catch (AssociationAbortedException e) {
            throw e;
        } catch (DicomFormatException e) {
            return Response.answer(command, Status.INVALID_ARGUMENT_VALUE, e.getMessage());
        } catch (IOException e) {
            return Response.answer(command, Status.PROCESSING_FAILURE, "action information cannot be read");
        }
    }

    private CommitmentRequest parse() throws IOException {
        TransferSyntax syntax =
                TransferSyntax.of(message.context().transferSyntax()).orElseThrow();
        Attributes information = new DataSetReader(syntax, ReaderLimits.STANDARD).read(message.dataSet());
        return CommitmentRequest.of(association, information);
    }

    Optional<CommitmentRequest> request() {
        return request;
    }
}
