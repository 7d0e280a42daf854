package org.mammoflow.instance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mammoflow.access.Role;

/** The administrator's list of SOP Instance UIDs that were used twice. */
@Stateless
@RolesAllowed({Role.ADMIN, Role.AUDITOR})
public class Conflicts {

    private static final int MOST = 500;

    @PersistenceContext
    EntityManager entityManager;

    /** The latest, newest first. */
    public List<Conflict> latest() {
        return entityManager
                .createQuery(
                        "select c from ConflictingObject c join fetch c.instance order by c.id desc",
                        ConflictingObject.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(ConflictingObject::view)
                .toList();
    }
}
