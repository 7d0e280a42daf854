package org.mammoflow.dicom.net.storage;

import java.util.List;
import org.mammoflow.dicom.net.upper.AssociationInfo;

/**
 * A request to commit to the storage of objects (PS3.4 J.3.2.1.1).
 *
 * @param association who asked
 * @param transactionUid identifies the request and its report; syntactically valid
 * @param instances at least one; their UIDs are as received and may be no UIDs
 */
public record CommitmentRequest(AssociationInfo association, String transactionUid, List<InstanceReference> instances) {

    public CommitmentRequest {
        instances = List.copyOf(instances);
    }
}
