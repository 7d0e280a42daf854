package org.mammoflow.dicom.net.storage;

import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.CommandSet;
import org.mammoflow.dicom.net.dimse.Request;

/** The N-EVENT-REPORT that answers a request for commitment (PS3.4 J.3.3). */
record CommitmentReport(CommitmentRequest request, CommitmentResult result) {

    private static final int ALL_COMMITTED = 1;
    private static final int FAILURES_EXIST = 2;

    CommandSet command(int messageId) {
        return new Request.NEventReport(
                        messageId,
                        Uid.STORAGE_COMMITMENT_PUSH_MODEL,
                        Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE,
                        result.failed().isEmpty() ? ALL_COMMITTED : FAILURES_EXIST)
                .toCommandSet();
    }

    byte[] information(String transferSyntaxUid) {
        Attributes information = new Attributes().set(Tag.TransactionUID, request.transactionUid());
        if (!result.committed().isEmpty()) {
            information.setItems(Tag.ReferencedSOPSequence, items(result.committed()));
        }
        if (!result.failed().isEmpty()) {
            Attributes[] failed = result.failed().stream()
                    .map(failure -> item(failure.instance()).setInt(Tag.FailureReason, failure.reason()))
                    .toArray(Attributes[]::new);
            information.setItems(Tag.FailedSOPSequence, failed);
        }
        return new DataSetWriter(TransferSyntax.of(transferSyntaxUid).orElseThrow()).toBytes(information);
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
