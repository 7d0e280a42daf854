package org.mammoflow.inference;

/** Where a job is. The names are stored: never rename one. */
public enum JobState {
    /** To be done, now or after a pause. */
    WAITING,
    /** In work under a lease. */
    RUNNING,
    /** Ended with a finding. */
    CLASSIFIED,
    /** Ended: the image is not one that the network may judge. */
    UNSUITABLE,
    /** Parked after the last attempt; an administrator can retry it. */
    FAILED
}
