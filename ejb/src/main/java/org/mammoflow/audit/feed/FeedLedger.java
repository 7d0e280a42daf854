package org.mammoflow.audit.feed;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mammoflow.audit.AuditFollowing;
import org.mammoflow.chain.AuditEntry;

/** Knows which rows the collector has not been told yet. */
@Stateless
public class FeedLedger {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditFollowing trail;

    /** The next rows to tell, in order. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<AuditEntry> next(int most) {
        return trail.after(position(LockModeType.NONE).seq(), most);
    }

    /** All rows up to this one have been told. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void told(long seq) {
        position(LockModeType.PESSIMISTIC_WRITE).advanceTo(seq);
    }

    /** How many rows wait. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long backlog() {
        return trail.last() - position(LockModeType.NONE).seq();
    }

    private FeedPosition position(LockModeType lock) {
        return entityManager.find(FeedPosition.class, FeedPosition.ID, lock);
    }
}
