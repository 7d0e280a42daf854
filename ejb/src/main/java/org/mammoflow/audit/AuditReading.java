package org.mammoflow.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;

/** The auditor's front door to the trail. */
@Stateless
@RolesAllowed({Role.AUDITOR, Role.ADMIN})
public class AuditReading {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    /** Verifies the whole chain as it is now, and records that it was asked for. */
    public ChainVerdict verify() {
        ChainVerdict verdict = verdict();
        trail.record(
                new AuditEvent(callers.current(), AuditAction.AUDIT_VERIFIED, "audit", "chain", "verdict=" + verdict));
        return verdict;
    }

    /** The latest rows, newest first. */
    public List<AuditEntry> latest(int first, int count) {
        return entityManager
                .createQuery("select r from AuditRow r order by r.seq desc", AuditRow.class)
                .setFirstResult(first)
                .setMaxResults(Math.min(count, 500))
                .getResultStream()
                .map(AuditRow::entry)
                .toList();
    }

    ChainVerdict verdict() {
        // The lock holds writers back while the head is read, so that head and rows belong together.
        AuditHead head = entityManager.find(AuditHead.class, 1, LockModeType.PESSIMISTIC_WRITE);
        try (Stream<AuditEntry> entries = entries()) {
            return ChainVerification.verify(entries.iterator(), head.seq(), head.hash());
        }
    }

    private Stream<AuditEntry> entries() {
        return entityManager
                .createQuery("select r from AuditRow r order by r.seq", AuditRow.class)
                .setHint("org.hibernate.fetchSize", 500)
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()
                .peek(entityManager::detach)
                .map(AuditRow::entry);
    }
}
