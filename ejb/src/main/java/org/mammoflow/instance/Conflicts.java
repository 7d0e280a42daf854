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
        return page(0, MOST);
    }

    /** Some of them, newest first, at most 500 at once; also for readers, as the other object has no opinion. */
    @RolesAllowed({Role.ADMIN, Role.AUDITOR, Role.RADIOLOGIST})
    public List<Conflict> page(int first, int size) {
        return entityManager
                .createQuery(
                        "select c from ConflictingObject c join fetch c.instance order by c.id desc",
                        ConflictingObject.class)
                .setFirstResult(first)
                .setMaxResults(Math.min(size, MOST))
                .getResultStream()
                .map(ConflictingObject::view)
                .toList();
    }

    @RolesAllowed({Role.ADMIN, Role.AUDITOR, Role.RADIOLOGIST})
    public long count() {
        return entityManager
                .createQuery("select count(c) from ConflictingObject c", Long.class)
                .getSingleResult();
    }
}
