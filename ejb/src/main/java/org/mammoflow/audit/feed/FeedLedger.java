package org.mammoflow.audit.feed;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.util.List;
import org.mammoflow.audit.AuditFollowing;
import org.mammoflow.chain.AuditEntry;

/** Knows which rows the collector has not been told yet. */
@Stateless
public class FeedLedger {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.audit");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditFollowing trail;

    /** The next rows to tell, in order; all of them when the trail is shorter than what was told. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<AuditEntry> next(int most) {
        long told = position(LockModeType.NONE).seq();
        return trail.after(told > trail.last() ? cut(told) : told, most);
    }

    // Nothing in the application can do that. The collector is the one witness left: it shall see what the trail says
    // now.
    private long cut(long told) {
        LOG.log(
                Level.ERROR,
                "the audit trail ends at row {0} although row {1} was told: it was cut or restored; it is told anew",
                Long.toString(trail.last()),
                Long.toString(told));
        position(LockModeType.PESSIMISTIC_WRITE).advanceTo(0);
        return 0;
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
