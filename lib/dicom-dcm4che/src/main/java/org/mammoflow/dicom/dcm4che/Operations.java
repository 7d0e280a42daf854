package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.DimseRQHandler;
import org.dcm4che3.net.PDVInputStream;
import org.dcm4che3.net.pdu.AAbort;
import org.dcm4che3.net.pdu.PresentationContext;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.Status;
import org.mammoflow.dicom.net.storage.StorageApplication;

/** Answers every request on every association. */
final class Operations implements DimseRQHandler {

    private final StorageApplication application;

    Operations(StorageApplication application) {
        this.application = application;
    }

    /** What an operation answers. */
    record Answer(int status, String errorComment) {

        private static final int ERROR_COMMENT_LENGTH = 64;

        static final Answer SUCCESS = new Answer(Status.SUCCESS, "");

        Attributes response(Attributes command, Dimse dimse) {
            Attributes response = Commands.mkRSP(command, status, dimse);
            if (!errorComment.isEmpty()) {
                int end = Math.min(errorComment.length(), ERROR_COMMENT_LENGTH);
                response.setString(Tag.ErrorComment, VR.LO, errorComment.substring(0, end));
            }
            return response;
        }
    }

    @Override
    public void onDimseRQ(
            Association association, PresentationContext context, Dimse dimse, Attributes command, PDVInputStream data)
            throws IOException {
        if (!command.contains(Tag.MessageID)) {
            throw new AAbort();
        }
        String abstractSyntax = association.getAbstractSyntax(context.getPCID());
        if (dimse == Dimse.N_ACTION_RQ && application.commitment().isPresent()) {
            new Commitment(application.commitment().get(), association, context, abstractSyntax).request(command, data);
            return;
        }
        Answer answer = answer(association, context, abstractSyntax, dimse, command, data);
        if (data != null) {
            // The response may only follow the whole message.
            data.skipAll();
        }
        association.tryWriteDimseRSP(context, answer.response(command, dimse));
    }

    private Answer answer(
            Association association,
            PresentationContext context,
            String abstractSyntax,
            Dimse dimse,
            Attributes command,
            PDVInputStream data)
            throws IOException {
        return switch (dimse) {
            case C_ECHO_RQ ->
                Uid.VERIFICATION.equals(abstractSyntax)
                        ? Answer.SUCCESS
                        : new Answer(Status.SOP_CLASS_NOT_SUPPORTED, "C-ECHO on a storage context");
            case C_STORE_RQ ->
                new Store(application.storage(), association, context, abstractSyntax)
                        .answer(command, Optional.ofNullable(data));
            default -> new Answer(Status.UNRECOGNIZED_OPERATION, "operation not supported");
        };
    }

    @Override
    public void onClose(Association association) {
        // The association's own listener tells.
    }
}
