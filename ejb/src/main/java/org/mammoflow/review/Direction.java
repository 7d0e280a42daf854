package org.mammoflow.review;

/** Which way to go along the worklist; {@code %s} stands for the column that the list is ordered by in time. */
enum Direction {
    FORWARD("c.urgent desc, c.%s, c.id", ">", "c.urgent = false and :urgent = true"),
    BACKWARD("c.urgent, c.%s desc, c.id desc", "<", "c.urgent = true and :urgent = false");

    private final String order;
    private final String beyond;

    Direction(String order, String time, String urgency) {
        this.order = order;
        this.beyond =
                "(" + urgency + " or c.urgent = :urgent and (c.%1$s " + time + " :since or c.%1$s = :since and c.id "
                        + time + " (select p.id from ReadingCase p where p.studyInstanceUid = :place)))";
    }

    String order(WorklistOrder by) {
        return order.formatted(by.column());
    }

    /** The condition that a case lies beyond a place. */
    String beyond(WorklistOrder by) {
        return beyond.formatted(by.column());
    }
}
