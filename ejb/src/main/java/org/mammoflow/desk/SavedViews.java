package org.mammoflow.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;

/**
 * A person's own views of the worklist, by name. What a view leads to is not asked here: whoever follows it sees what their
 * role may see.
 */
@Stateless
@RolesAllowed({Role.RADIOLOGIST, Role.AUDITOR})
public class SavedViews {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_QUERY = 500;
    private static final int MOST = 30;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Callers callers;

    /** The caller's, by name. */
    public List<SavedView> mine() {
        return rows().stream().map(SavedViewRow::view).toList();
    }

    /** Gives a view a name; one of the same name leads here from now on. */
    public ViewOutcome save(String name, String query) {
        String wished = name == null ? "" : name.strip();
        if (wished.isEmpty() || wished.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            return new ViewOutcome.InvalidName();
        }
        Optional<SavedViewRow> known =
                rows().stream().filter(row -> row.view().name().equals(wished)).findFirst();
        if (known.isEmpty() && rows().size() >= MOST) {
            return new ViewOutcome.TooMany();
        }
        SavedViewRow row =
                known.orElseGet(() -> new SavedViewRow(callers.current().name(), wished));
        row.leadTo(query);
        entityManager.persist(row);
        return new ViewOutcome.Saved(row.view());
    }

    /** Forgets one of the caller's views; does nothing about another's. */
    public void forget(long id) {
        rows().stream().filter(row -> row.view().id() == id).findFirst().ifPresent(entityManager::remove);
    }

    private List<SavedViewRow> rows() {
        return entityManager
                .createQuery(
                        "select v from SavedViewRow v where v.username = :username order by v.name", SavedViewRow.class)
                .setParameter("username", callers.current().name())
                .getResultList();
    }
}
