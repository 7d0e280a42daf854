package org.mammoflow.commitment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mammoflow.access.Role;

/** The administrator's list of requests for storage commitment. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class CommitmentOverview {

    private static final int MOST = 100;

    @PersistenceContext
    EntityManager entityManager;

    /** The latest, newest first. */
    public List<CommitmentView> latest() {
        return entityManager
                .createQuery("select c from StorageCommitment c order by c.requestedAt desc", StorageCommitment.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(StorageCommitment::view)
                .toList();
    }
}
