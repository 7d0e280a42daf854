package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.PDVInputStream;
import org.dcm4che3.net.pdu.PresentationContext;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.dcm4che.Operations.Answer;
import org.mammoflow.dicom.net.dimse.Status;
import org.mammoflow.dicom.net.storage.StorageHandler;
import org.mammoflow.dicom.net.storage.StoreRequest;
import org.mammoflow.dicom.net.storage.StoreResponse;

/** One C-STORE: checks what the standard lets the SCP check without the data set, then asks the handler. */
record Store(StorageHandler handler, Association association, PresentationContext context, String abstractSyntax) {

    private static final Logger LOG = System.getLogger(Store.class.getName());

    Answer answer(Attributes command, Optional<PDVInputStream> data) throws IOException {
        String sopClass = text(command, Tag.AffectedSOPClassUID);
        String instance = text(command, Tag.AffectedSOPInstanceUID);
        if (sopClass.isEmpty() || instance.isEmpty()) {
            return new Answer(Status.UNRECOGNIZED_OPERATION, "Affected SOP Class or Instance UID missing");
        }
        if (!Uids.isValid(instance)) {
            return new Answer(StoreResponse.INVALID_SOP_INSTANCE, "Affected SOP Instance UID (0000,1000) is no UID");
        }
        if (!sopClass.equals(abstractSyntax)) {
            return new Answer(
                    StoreResponse.SOP_CLASS_NOT_SUPPORTED, "SOP class is not that of the presentation context");
        }
        if (data.isEmpty()) {
            return new Answer(StoreResponse.CANNOT_UNDERSTAND, "no data set");
        }
        StoreRequest request = new StoreRequest(
                Negotiation.info(association),
                command.getInt(Tag.MessageID, 0),
                sopClass,
                instance,
                context.getTransferSyntax());
        return ask(request, new PdvChannel(data.get()));
    }

    /** As received, without the padding: dcm4che's own reading drops more, and two UIDs would become one. */
    private static String text(Attributes command, int tag) {
        byte[] value = command.getSafeBytes(tag);
        return value == null ? "" : new String(value, StandardCharsets.ISO_8859_1).replaceAll("[ \0]+$", "");
    }

    private Answer ask(StoreRequest request, PdvChannel dataSet) throws IOException {
        try {
            StoreResponse response = handler.store(request, dataSet);
            return new Answer(response.status(), response.errorComment());
        } catch (IOException | RuntimeException e) {
            if (dataSet.fault().isPresent()) {
                throw dataSet.fault().get();
            }
            LOG.log(
                    Level.ERROR,
                    () -> "assoc=" + request.association().id() + " sop=" + request.sopInstanceUid()
                            + " failed while storing",
                    e);
            return new Answer(StoreResponse.PROCESSING_FAILURE, "processing failure");
        }
    }
}
