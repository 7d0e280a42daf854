package org.mammoflow.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.mammoflow.chain.AuditEntry;

/**
 * Writes audit rows; the only writer of the chain. Appending locks the chain's head until commit: record last, after every
 * other lock, so that two transactions can never wait for each other.
 */
@Stateless
public class AuditTrail {

    private static final int DETAIL_LENGTH = 2000;
    private static final int OBJECT_ID_LENGTH = 128;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** Appends a row in the caller's transaction, which fails when the row cannot be written. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(AuditEvent event) {
        AuditHead head = entityManager.find(AuditHead.class, 1, LockModeType.PESSIMISTIC_WRITE);
        AuditEntry entry = entry(event, head).sealed();
        entityManager.persist(new AuditRow(entry));
        head.advanceTo(entry);
    }

    /** Appends a row in a transaction of its own: for what happens outside any change, such as a failed sign-in. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordAlone(AuditEvent event) {
        record(event);
    }

    private AuditEntry entry(AuditEvent event, AuditHead head) {
        return new AuditEntry(
                head.nextSeq(),
                clock.instant(),
                oneLine(event.caller().name(), 64),
                oneLine(event.caller().role(), 64),
                event.action().name(),
                event.objectType(),
                oneLine(event.objectId(), OBJECT_ID_LENGTH),
                oneLine(event.detail(), DETAIL_LENGTH),
                oneLine(event.caller().source(), 64),
                oneLine(event.caller().requestId(), 64),
                event.beforeDigest(),
                event.afterDigest(),
                head.hash(),
                "");
    }

    // What peers and users send reaches the trail; a line break or an escape must not forge a second record.
    private static String oneLine(String text, int length) {
        String inert = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return inert.length() <= length ? inert : inert.substring(0, length);
    }
}
