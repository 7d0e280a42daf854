package org.mammoflow.review;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.platform.Seen;

/** The site's way of reading; only an administrator changes it, and the change is told to the audit trail. */
@Stateless
@PermitAll
public class ReadingPolicies {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    public ReadingPolicy current() {
        return entityManager.find(PolicyRow.class, PolicyRow.ID).policy();
    }

    /**
     * A change counts at once; how often a case is read changes only for cases that nobody has begun to read.
     *
     * @param seen the policy that the caller decided to change
     */
    @RolesAllowed(Role.ADMIN)
    public PolicyOutcome change(ReadingPolicy policy, Seen seen) {
        PolicyRow row = entityManager.find(PolicyRow.class, PolicyRow.ID, LockModeType.PESSIMISTIC_WRITE);
        if (!seen.isStill(row.policy().seen())) {
            return new PolicyOutcome.ChangedMeanwhile(row.policy());
        }
        change(row, policy);
        return new PolicyOutcome.Changed(policy);
    }

    private void change(PolicyRow row, ReadingPolicy policy) {
        row.change(policy);
        entityManager
                .createQuery("update ReadingCase c set c.readingsWanted = :wanted, c.decidingRound = :deciding,"
                        + " c.version = c.version + 1 where c.state = :open and c.readingRound = 1"
                        + " and c.firstReader is null and c.decidedFindings = 0")
                .setParameter("wanted", (short) policy.readings())
                .setParameter("deciding", (short) ReadingCase.decidingRoundAtFirst(policy.readings()))
                .setParameter("open", CaseState.OPEN)
                .executeUpdate();
        trail.record(new AuditEvent(
                callers.current(),
                AuditAction.READING_POLICY_CHANGED,
                "policy",
                "reading",
                "mode=%s readings=%d arbitration=%s final-after=%s"
                        .formatted(policy.mode(), policy.readings(), policy.arbitration(), policy.finalAfter())));
    }
}
