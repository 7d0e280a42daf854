package org.mammoflow.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.chain.ChainVerdict;
import org.mammoflow.chain.ChainVerification;
import org.mammoflow.chain.SignedHead;
import org.mammoflow.chain.VerifyingKey;

/** The auditor's front door to the trail. */
@Stateless
@RolesAllowed({Role.AUDITOR, Role.ADMIN})
public class AuditReading {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    InstallationKey key;

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

    /** The public half of the key that heads are signed with. */
    public VerifyingKey key() {
        return key.signing().verifying();
    }

    ChainVerdict verdict() {
        // Read once and without a lock: rows that are appended meanwhile are behind this end.
        HeadPosition head = HeadPosition.now(entityManager);
        ChainVerdict verdict = ChainVerification.verify(
                new AuditRows(entityManager, head.seq()), head.seq(), head.hash(), signedUpTo(head), key.trusted());
        return verdict instanceof ChainVerdict.Intact ? verdictBehind(verdict) : verdict;
    }

    // One statement, so one moment: whatever was appended properly moved the head in the same transaction.
    private ChainVerdict verdictBehind(ChainVerdict intact) {
        Long row = entityManager
                .createQuery(
                        "select min(r.seq) from AuditRow r where r.seq > (select h.seq from AuditHead h)", Long.class)
                .getSingleResult();
        return row == null ? intact : new ChainVerdict.Broken(row, "row behind the chain's head: inserted");
    }

    // Heads that claim more rows than there are belong to the question too: they tell of a chain that was cut.
    private List<SignedHead> signedUpTo(HeadPosition head) {
        return entityManager
                .createQuery(
                        "select s from SignedHeadRow s where s.seq <= :seq or s.seq > (select h.seq from AuditHead h)"
                                + " order by s.seq",
                        SignedHeadRow.class)
                .setParameter("seq", head.seq())
                .getResultStream()
                .map(SignedHeadRow::head)
                .toList();
    }
}
