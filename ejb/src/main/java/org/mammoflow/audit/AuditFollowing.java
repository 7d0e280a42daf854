package org.mammoflow.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mammoflow.chain.AuditEntry;

/**
 * Follows the trail row by row, for whoever passes it on. Rows become visible in the order of their numbers, because each
 * writer holds the chain's head until its commit: who has seen one has seen all before it.
 */
@Stateless
public class AuditFollowing {

    @PersistenceContext
    EntityManager entityManager;

    /** The rows behind this one, in order, some at a time. */
    public List<AuditEntry> after(long seq, int most) {
        return entityManager
                .createQuery("select r from AuditRow r where r.seq > :seq order by r.seq", AuditRow.class)
                .setParameter("seq", seq)
                .setMaxResults(most)
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()
                .map(AuditRow::entry)
                .toList();
    }

    /** The number of the last row. */
    public long last() {
        return HeadPosition.now(entityManager).seq();
    }
}
