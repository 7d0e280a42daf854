package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.DimseRSPHandler;
import org.dcm4che3.net.PDVInputStream;
import org.dcm4che3.net.pdu.PresentationContext;
import org.mammoflow.dicom.data.DataSetReader;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.dcm4che.Operations.Answer;
import org.mammoflow.dicom.net.dimse.Status;
import org.mammoflow.dicom.net.storage.CommitmentHandler;
import org.mammoflow.dicom.net.storage.CommitmentReport;
import org.mammoflow.dicom.net.storage.CommitmentRequest;

/** One N-ACTION of the Storage Commitment Push Model (PS3.4 Annex J) and, where it goes back the same way, its report. */
record Commitment(
        CommitmentHandler handler, Association association, PresentationContext context, String abstractSyntax) {

    private static final Logger LOG = System.getLogger(Commitment.class.getName());
    private static final int REQUEST_STORAGE_COMMITMENT = 1;

    void request(Attributes command, PDVInputStream data) throws IOException {
        Optional<Answer> refusal = refusal(command, data);
        Optional<CommitmentRequest> request = Optional.empty();
        Answer answer = refusal.orElse(Answer.SUCCESS);
        if (refusal.isEmpty()) {
            try {
                request = Optional.of(parse(data));
                handler.accept(request.get());
            } catch (DicomFormatException e) {
                answer = new Answer(Status.INVALID_ARGUMENT_VALUE, e.getMessage());
                request = Optional.empty();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "assoc=" + association.getSerialNo() + " commitment request not kept", e);
                answer = new Answer(Status.PROCESSING_FAILURE, "request not kept");
                request = Optional.empty();
            }
        }
        if (data != null) {
            data.skipAll();
        }
        association.tryWriteDimseRSP(context, answer.response(command, Dimse.N_ACTION_RQ));
        if (request.isPresent()) {
            report(request.get());
        }
    }

    private Optional<Answer> refusal(Attributes command, PDVInputStream data) {
        if (!Uid.STORAGE_COMMITMENT_PUSH_MODEL.equals(abstractSyntax)) {
            return Optional.of(new Answer(Status.UNRECOGNIZED_OPERATION, "N-ACTION on a context without actions"));
        }
        if (!Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE.equals(command.getString(Tag.RequestedSOPInstanceUID))) {
            return Optional.of(new Answer(Status.NO_SUCH_SOP_INSTANCE, "not the well-known instance"));
        }
        if (command.getInt(Tag.ActionTypeID, 0) != REQUEST_STORAGE_COMMITMENT) {
            return Optional.of(new Answer(Status.NO_SUCH_ACTION_TYPE, ""));
        }
        return data == null
                ? Optional.of(new Answer(Status.INVALID_ARGUMENT_VALUE, "no action information"))
                : Optional.empty();
    }

    private CommitmentRequest parse(PDVInputStream data) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(context.getTransferSyntax()).orElseThrow();
        return CommitmentRequest.of(
                Negotiation.info(association),
                new DataSetReader(syntax, ReaderLimits.STANDARD).read(Channels.newChannel(data)));
    }

    private void report(CommitmentRequest request) {
        try {
            Optional<CommitmentReport> report = handler.report(request);
            if (report.isPresent()) {
                send(request, report.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "assoc=" + association.getSerialNo() + " commitment transaction=" + request.transactionUid()
                            + " not reported here",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(CommitmentRequest request, CommitmentReport report) throws IOException, InterruptedException {
        ReportMessage message = new ReportMessage(report, association.nextMessageID());
        association.invoke(
                context,
                message.command(),
                message,
                new DimseRSPHandler(message.messageId()) {
                    @Override
                    public void onDimseRSP(Association on, Attributes response, Attributes none) {
                        super.onDimseRSP(on, response, none);
                        if (response.getInt(Tag.Status, -1) == Status.SUCCESS) {
                            handler.reported(request, report);
                        }
                    }
                },
                association.getConnection().getSendTimeout(),
                association.getConnection().getResponseTimeout());
    }
}
