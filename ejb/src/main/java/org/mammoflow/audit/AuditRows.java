package org.mammoflow.audit;

import jakarta.persistence.EntityManager;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.mammoflow.chain.AuditEntry;

/**
 * Rows in the order of the chain, some at a time, up to a row that was the last at one moment. They are never changed, so
 * reading them in pieces gives one consistent picture and holds no writer back.
 */
final class AuditRows implements Iterator<AuditEntry> {

    private static final int AT_ONCE = 1000;

    private final EntityManager entityManager;
    private final long last;
    private Iterator<AuditEntry> piece = List.<AuditEntry>of().iterator();
    private long read = Long.MIN_VALUE;
    private boolean more = true;

    AuditRows(EntityManager entityManager, long last) {
        this.entityManager = entityManager;
        this.last = last;
    }

    @Override
    public boolean hasNext() {
        if (!piece.hasNext() && more) {
            piece = nextPiece();
        }
        return piece.hasNext();
    }

    @Override
    public AuditEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        AuditEntry entry = piece.next();
        read = entry.seq();
        return entry;
    }

    private Iterator<AuditEntry> nextPiece() {
        List<AuditRow> rows = entityManager
                .createQuery(
                        "select r from AuditRow r where r.seq > :read and r.seq <= :last order by r.seq",
                        AuditRow.class)
                .setParameter("read", read)
                .setParameter("last", last)
                .setMaxResults(AT_ONCE)
                .setHint("org.hibernate.readOnly", true)
                .getResultList();
        more = rows.size() == AT_ONCE;
        rows.forEach(entityManager::detach);
        return rows.stream().map(AuditRow::entry).iterator();
    }
}
