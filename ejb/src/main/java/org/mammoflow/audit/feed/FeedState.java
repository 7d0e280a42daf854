package org.mammoflow.audit.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** How the collector is doing; asked by health, which must not wait for a delivery. */
@ApplicationScoped
public class FeedState {

    @Inject
    FeedLedger ledger;

    private volatile boolean on;
    private volatile Instant awaySince;

    void on() {
        on = true;
    }

    /** @return whether it was there until now */
    boolean away(Instant since) {
        boolean news = awaySince == null;
        awaySince = news ? since : awaySince;
        return news;
    }

    /** @return whether it was away until now */
    boolean back() {
        boolean news = awaySince != null;
        awaySince = null;
        return news;
    }

    /** Whether a collector is named. */
    public boolean isOn() {
        return on;
    }

    /** In words for an operator. */
    public String words() {
        Instant since = awaySince;
        return ledger.backlog() + " audit messages wait"
                + (since == null ? "" : "; the collector takes none since " + since);
    }
}
