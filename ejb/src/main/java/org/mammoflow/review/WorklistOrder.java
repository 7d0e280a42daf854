package org.mammoflow.review;

import java.time.Instant;

/** What the worklist is ordered by behind urgency. Each has an index of its own. */
public enum WorklistOrder {
    /** Suspicion band with ageing: {@link CaseBand#turn}. */
    TURN("turnAt"),
    /** Waiting time alone, for readers who may not know the band yet. */
    WAITING("firstReceivedAt");

    private final String column;

    WorklistOrder(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    Instant momentOf(Place place) {
        return this == TURN ? place.turnAt() : place.waitingSince();
    }
}
