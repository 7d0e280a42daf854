package org.mammoflow.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;

/** Everybody's front door to their own preferences. */
@Stateless
@RolesAllowed({Role.RADIOLOGIST, Role.ARBITER, Role.AUDITOR, Role.MODALITY_ADMIN, Role.ADMIN})
public class Desk {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Callers callers;

    /** The caller's, or the usual ones. */
    public Preferences preferences() {
        return Optional.ofNullable(
                        entityManager.find(Preference.class, callers.current().name()))
                .map(Preference::content)
                .orElse(Preferences.USUAL);
    }

    /** Keeps what the change makes of the caller's preferences. */
    public Preferences change(UnaryOperator<Preferences> change) {
        String username = callers.current().name();
        makeRoom(username);
        Preference kept = entityManager.find(Preference.class, username);
        Preferences wish = change.apply(kept.content());
        kept.accept(wish);
        return wish;
    }

    // Two pages of one person may ask at the same moment: the second insert does nothing.
    private void makeRoom(String username) {
        entityManager.createNativeQuery("""
                        insert into preference (username, theme, names_hidden, single_keys, key_map)
                        values (:username, 'DARK', false, true, '') on conflict do nothing""").setParameter("username", username).executeUpdate();
    }
}
