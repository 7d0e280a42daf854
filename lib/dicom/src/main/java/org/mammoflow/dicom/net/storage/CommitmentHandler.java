package org.mammoflow.dicom.net.storage;

import java.util.Optional;

/**
 * The application's side of the Storage Commitment Push Model SCP (PS3.4 Annex J). All is called on the thread of the
 * association that the request came on.
 */
public interface CommitmentHandler {

    /**
     * Takes a request into keeping, before the N-ACTION-RSP: when this returns, the request will get its report even
     * if the server stops now. Whatever it throws is answered with 0x0110 (processing failure).
     */
    void accept(CommitmentRequest request);

    /**
     * Called after the N-ACTION-RSP.
     *
     * @return the report for this association; empty when the application delivers it on an association of its own
     *     ({@link CommitmentDelivery})
     */
    Optional<CommitmentReport> report(CommitmentRequest request);

    /** The requester has answered the report on its own association with Success. */
    void reported(CommitmentRequest request, CommitmentReport report);
}
