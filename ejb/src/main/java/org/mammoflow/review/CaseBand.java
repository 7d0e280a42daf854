package org.mammoflow.review;

/** The highest suspicion band among a case's undecided findings; the order is that of the worklist, upwards. */
public enum CaseBand {
    NO_OPINION,
    LOW,
    MEDIUM,
    HIGH;

    static CaseBand ofRank(int rank) {
        return values()[rank];
    }

    int rank() {
        return ordinal();
    }
}
