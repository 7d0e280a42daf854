package org.mammoflow.dicom.net.storage;

import org.mammoflow.dicom.net.upper.AssociationInfo;

/**
 * A C-STORE-RQ (PS3.7 9.1.1) and the presentation context that it came on. UIDs are as received: trimmed of padding,
 * syntactically valid after PS3.5 9.1 (otherwise the SCP has answered 0x0117 itself), but never to be used in a path.
 *
 * @param association the association that it came on
 * @param messageId the Message ID of the command
 * @param sopClassUid the Affected SOP Class UID; it equals the abstract syntax of the presentation context
 *     (otherwise the SCP has answered 0x0122 itself)
 * @param sopInstanceUid the Affected SOP Instance UID
 * @param transferSyntaxUid the transfer syntax that was negotiated for the data set
 */
public record StoreRequest(
        AssociationInfo association,
        int messageId,
        String sopClassUid,
        String sopInstanceUid,
        String transferSyntaxUid) {}
