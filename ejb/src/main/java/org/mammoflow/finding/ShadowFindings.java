package org.mammoflow.finding;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** Records what a shadow states; for the rooms, not for callers from outside. Nobody is told: no event, no case. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ShadowFindings {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Records a shadow's statement, once per image and network: told again, nothing happens.
     *
     * @param active what the active network found in the same transaction; nothing when it has no opinion
     */
    public void record(ShadowStatement statement, Optional<FindingView> active) {
        if (isNew(statement)) {
            ShadowFinding finding = new ShadowFinding(statement, active.orElse(null), clock.instant());
            entityManager.persist(finding);
            trail.record(new AuditEvent(
                    Caller.system(),
                    AuditAction.SHADOW_RECORDED,
                    "shadow_finding",
                    Long.toString(finding.id()),
                    "instance=%d network=%s/%s digest=%s"
                            .formatted(
                                    statement.instanceId(),
                                    statement.network().name(),
                                    statement.network().version(),
                                    statement.network().digest())));
        }
    }

    private boolean isNew(ShadowStatement statement) {
        return entityManager
                        .createQuery(
                                "select count(s) from ShadowFinding s where s.instanceId = :instance"
                                        + " and s.networkDigest = :network",
                                Long.class)
                        .setParameter("instance", statement.instanceId())
                        .setParameter("network", statement.network().digest())
                        .getSingleResult()
                == 0;
    }
}
