package org.mammoflow.dicom.net.storage;

import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.CommandSet;
import org.mammoflow.dicom.net.dimse.Request;

/** What an N-EVENT-REPORT says in answer to the request with this Transaction UID (PS3.4 J.3.3). */
public record CommitmentReport(String transactionUid, CommitmentResult result) {

    private static final int ALL_COMMITTED = 1;
    private static final int FAILURES_EXIST = 2;

    /** Event type 1 when everything is committed, 2 when failures exist. */
    public int eventType() {
        return result.failed().isEmpty() ? ALL_COMMITTED : FAILURES_EXIST;
    }

    CommandSet command(int messageId) {
        return new Request.NEventReport(
                        messageId,
                        Uid.STORAGE_COMMITMENT_PUSH_MODEL,
                        Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE,
                        eventType())
                .toCommandSet();
    }

    byte[] information(String transferSyntaxUid) {
        return new DataSetWriter(TransferSyntax.of(transferSyntaxUid).orElseThrow()).toBytes(information());
    }

    /** The event information. */
    public Attributes information() {
        Attributes information = new Attributes().set(Tag.TransactionUID, transactionUid);
        if (!result.committed().isEmpty()) {
            information.setItems(Tag.ReferencedSOPSequence, items(result.committed()));
        }
        if (!result.failed().isEmpty()) {
            Attributes[] failed = result.failed().stream()
                    .map(failure -> item(failure.instance()).setInt(Tag.FailureReason, failure.reason()))
                    .toArray(Attributes[]::new);
            information.setItems(Tag.FailedSOPSequence, failed);
        }
        return information;
    }

    private static Attributes[] items(List<InstanceReference> references) {
        return references.stream().map(CommitmentReport::item).toArray(Attributes[]::new);
    }

    private static Attributes item(InstanceReference reference) {
        return new Attributes()
                .set(Tag.ReferencedSOPClassUID, reference.sopClassUid())
                .set(Tag.ReferencedSOPInstanceUID, reference.sopInstanceUid());
    }
}
