package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.FutureDimseRSP;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.RoleSelection;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.storage.CommitmentReport;

/** Delivers one report on an association of its own: we call, and yet we are the SCP (PS3.4 J.3.3). */
record ReportDelivery(Caller caller) {

    void deliver(CommitmentReport report) throws IOException {
        AAssociateRQ request = caller.request(Map.of(
                Uid.STORAGE_COMMITMENT_PUSH_MODEL,
                List.of(List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN, Uid.IMPLICIT_VR_LITTLE_ENDIAN))));
        request.addRoleSelection(new RoleSelection(Uid.STORAGE_COMMITMENT_PUSH_MODEL, false, true));
        Association association = caller.connect(request);
        try {
            ReportMessage message = new ReportMessage(report, association.nextMessageID());
            FutureDimseRSP response = new FutureDimseRSP(message.messageId());
            association.invoke(
                    association.pcFor(Uid.STORAGE_COMMITMENT_PUSH_MODEL, null),
                    message.command(),
                    message,
                    response,
                    association.getConnection().getSendTimeout(),
                    association.getConnection().getResponseTimeout());
            response.next();
            int status = response.getCommand().getInt(Tag.Status, -1);
            if (status != 0) {
                throw new IOException(String.format("the requester answered status 0x%04X", status));
            }
        } catch (InterruptedException e) {
            throw Caller.interrupted();
        } finally {
            Caller.release(association);
        }
    }
}
