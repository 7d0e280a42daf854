package org.mammoflow.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;

/** Tells the trail who was refused where. Each account gets a few rows a minute; what is held back is counted in the next. */
@ApplicationScoped
public class AccessDenials {

    private static final int ROWS_PER_MINUTE = 10;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    private final RowLimit limit = new RowLimit(ROWS_PER_MINUTE);

    /** @param address what was asked for: a path without its query, which may name patients */
    public void tell(String address) {
        Caller caller = callers.current();
        limit.admit(caller.name(), clock.instant())
                .ifPresent(heldBack -> trail.recordAlone(new AuditEvent(
                        caller,
                        AuditAction.ACCESS_DENIED,
                        "address",
                        address,
                        heldBack == 0 ? "" : "heldBack=" + heldBack)));
    }
}
