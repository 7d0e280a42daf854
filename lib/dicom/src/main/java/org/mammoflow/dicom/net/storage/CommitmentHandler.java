package org.mammoflow.dicom.net.storage;

/** What the application answers to a request for storage commitment (PS3.4 Annex J). */
public interface CommitmentHandler {

    /**
     * Says for every referenced instance whether it is kept for good: only what is fsynced, committed and still has
     * the digest that it had when it came. Called on the thread of the association after the N-ACTION-RSP.
     */
    CommitmentResult commit(CommitmentRequest request);

    /** The report could not be delivered by any attempt; the requester will have to ask again. */
    default void undelivered(CommitmentRequest request, String reason) {}
}
