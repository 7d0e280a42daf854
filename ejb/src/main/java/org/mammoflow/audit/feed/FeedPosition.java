package org.mammoflow.audit.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Up to which row the collector has been told; one row. */
@Entity
@Table(name = "audit_feed")
class FeedPosition {

    static final int ID = 1;

    @Id
    private int id;

    private long seq;

    protected FeedPosition() {}

    long seq() {
        return seq;
    }

    void advanceTo(long told) {
        this.seq = told;
    }
}
