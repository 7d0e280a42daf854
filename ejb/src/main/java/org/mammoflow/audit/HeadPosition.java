package org.mammoflow.audit;

import jakarta.persistence.EntityManager;

/**
 * Where the chain ended at one moment. Read past the persistence context: an {@link AuditHead} that was loaded here without
 * a lock would be taken for the present one by whoever appends later in the same transaction.
 */
public record HeadPosition(long seq, String hash) {

    public static HeadPosition now(EntityManager entityManager) {
        return entityManager
                .createQuery(
                        "select new org.mammoflow.audit.HeadPosition(h.seq, h.hash) from AuditHead h",
                        HeadPosition.class)
                .getSingleResult();
    }
}
