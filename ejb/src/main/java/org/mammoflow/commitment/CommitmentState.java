package org.mammoflow.commitment;

/** Where a request stands. The names are stored. */
public enum CommitmentState {
    /** The report is still to be taken by the requester. */
    WAITING,
    /** The requester has taken the report. */
    REPORTED,
    /** No attempt succeeded within a day; the requester has to ask again. */
    GIVEN_UP
}
