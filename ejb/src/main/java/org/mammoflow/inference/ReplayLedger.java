package org.mammoflow.inference;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** Records what replays found, each with its audit row. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReplayLedger {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    public void record(ReplayView replay, Caller caller) {
        entityManager.persist(new FindingReplay(replay));
        trail.record(new AuditEvent(
                caller,
                AuditAction.FINDING_REPLAYED,
                "finding",
                Long.toString(replay.findingId()),
                "outcome=%s samePixels=%s sameTensor=%s largestDifference=%s provider=%s reason=%s"
                        .formatted(
                                replay.outcome(),
                                replay.samePixels(),
                                replay.sameTensor(),
                                replay.largestDifference(),
                                replay.provider(),
                                replay.reason())));
    }
}
