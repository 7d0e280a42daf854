package org.mammoflow.review;

/** Which way to go along the worklist. */
enum Direction {
    FORWARD("c.urgent desc, c.bandRank desc, c.firstReceivedAt, c.id", "<", ">", "c.urgent = false and :urgent = true"),
    BACKWARD(
            "c.urgent, c.bandRank, c.firstReceivedAt desc, c.id desc", ">", "<", "c.urgent = true and :urgent = false");

    private final String order;
    private final String beyond;

    Direction(String order, String rank, String time, String urgency) {
        this.order = order;
        this.beyond = """
                (%3$s or c.urgent = :urgent and (c.bandRank %1$s :rank or c.bandRank = :rank and \
                (c.firstReceivedAt %2$s :since or c.firstReceivedAt = :since and \
                c.id %2$s (select p.id from ReadingCase p where p.studyInstanceUid = :place))))""".formatted(rank, time, urgency);
    }

    String order() {
        return order;
    }

    /** The condition that a case lies beyond a place. */
    String beyond() {
        return beyond;
    }
}
