package org.mammoflow.dicom.net.storage;

import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.net.upper.AssociationInfo;

/**
 * A request to commit to the storage of objects (PS3.4 J.3.2.1.1).
 *
 * @param association who asked
 * @param transactionUid identifies the request and its report; syntactically valid
 * @param instances at least one; their UIDs are syntactically valid
 */
public record CommitmentRequest(AssociationInfo association, String transactionUid, List<InstanceReference> instances) {

    public CommitmentRequest {
        instances = List.copyOf(instances);
    }

    /**
     * Reads the action information of an N-ACTION-RQ.
     *
     * @throws DicomFormatException naming what is missing or no UID
     */
    public static CommitmentRequest of(AssociationInfo association, Attributes information)
            throws DicomFormatException {
        String transaction = information.string(Tag.TransactionUID).orElse("");
        if (!Uids.isValid(transaction)) {
            throw new DicomFormatException("(0008,1195) Transaction UID missing or no UID");
        }
        List<Attributes> items = information.items(Tag.ReferencedSOPSequence);
        if (items.isEmpty()) {
            throw new DicomFormatException("(0008,1199) Referenced SOP Sequence missing or empty");
        }
        List<InstanceReference> instances =
                items.stream().map(CommitmentRequest::reference).toList();
        for (int i = 0; i < instances.size(); i++) {
            if (!Uids.isValid(instances.get(i).sopClassUid())
                    || !Uids.isValid(instances.get(i).sopInstanceUid())) {
                throw new DicomFormatException("(0008,1199) item " + (i + 1) + ": UIDs missing or no UIDs");
            }
        }
        return new CommitmentRequest(association, transaction, instances);
    }

    private static InstanceReference reference(Attributes item) {
        return new InstanceReference(
                item.string(Tag.ReferencedSOPClassUID).orElse(""),
                item.string(Tag.ReferencedSOPInstanceUID).orElse(""));
    }
}
