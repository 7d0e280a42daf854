package org.mammoflow.review;

import java.time.Duration;
import java.time.Instant;

/**
 * The highest suspicion band among a case's undecided findings, among all once every one is decided; ranks are stored: never
 * reorder.
 */
public enum CaseBand {
    /** Silence is not "negative": such a case waits like one of medium suspicion. */
    NO_OPINION(Duration.ofDays(7)),
    LOW(Duration.ZERO),
    MEDIUM(Duration.ofDays(7)),
    HIGH(Duration.ofDays(14)),
    /** The reader may not see it yet. Never stored. */
    NOT_REVEALED(Duration.ZERO);

    private final Duration headStart;

    CaseBand(Duration headStart) {
        this.headStart = headStart;
    }

    static CaseBand ofRank(int rank) {
        return values()[rank];
    }

    int rank() {
        return ordinal();
    }

    /** How much earlier than its arrival a case of this band counts as having come. */
    public Duration headStart() {
        return headStart;
    }

    /**
     * When a case has its turn: its arrival less the head start. Since every case waits along, a low one that has waited
     * for the whole head start comes before a high one of today, and no key changes as time passes.
     */
    Instant turn(Instant firstReceivedAt) {
        return firstReceivedAt.minus(headStart);
    }
}
