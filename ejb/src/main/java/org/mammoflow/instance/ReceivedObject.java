package org.mammoflow.instance;

/**
 * What the C-STORE command and the association said about an object.
 *
 * @param sopClassUid the Affected SOP Class UID
 * @param sopInstanceUid the Affected SOP Instance UID; hostile: it goes into no path
 * @param transferSyntaxUid how the data set is encoded
 * @param callingAeTitle who sends it
 * @param address from where
 * @param association the association's number in this process
 */
public record ReceivedObject(
        String sopClassUid,
        String sopInstanceUid,
        String transferSyntaxUid,
        String callingAeTitle,
        String address,
        long association) {}
