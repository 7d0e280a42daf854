package org.mammoflow.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When an account was last switched off or given another password: whoever was let in before that is out. Kept in
 * memory, as sessions are: both end with the server.
 */
@ApplicationScoped
public class Revocations {

    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    // After the commit: a moment earlier the old password would still let somebody in.
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChange change) {
        boolean opensNothingLess =
                change instanceof AccountChange.Enabled || change instanceof AccountChange.SignaturePasswordChosen;
        if (!opensNothingLess) {
            revoked.put(change.username(), clock.instant());
        }
    }

    /** Whether somebody who was let in then is still in. */
    public boolean holds(String username, Instant admittedAt) {
        Instant since = revoked.get(username);
        return since == null || admittedAt.isAfter(since);
    }
}
