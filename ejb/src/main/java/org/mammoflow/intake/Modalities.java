package org.mammoflow.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** The list of calling AE titles; a change counts from the next association on. */
@Stateless
@RolesAllowed(Role.MODALITY_ADMIN)
public class Modalities {

    // PS3.5 6.2: AE, default repertoire without backslash and control characters, not only spaces.
    private static final Pattern AE_TITLE = Pattern.compile("(?=.*[^ ])[\\x20-\\x7E&&[^\\\\]]{1,16}");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    IntakeSettings settings;

    @Inject
    Clock clock;

    public List<KnownModality> all() {
        return entityManager
                .createQuery("select m from Modality m order by m.aeTitle", Modality.class)
                .getResultStream()
                .map(Modality::view)
                .toList();
    }

    /**
     * Enters a modality, or does nothing when it is entered already.
     *
     * @throws InvalidAeTitle when the title breaks PS3.5's rules for AE
     */
    public void enter(String aeTitle, String description) {
        String title = aeTitle.strip();
        if (!AE_TITLE.matcher(title).matches()) {
            throw new InvalidAeTitle();
        }
        if (entityManager.find(Modality.class, title) == null) {
            Caller caller = callers.current();
            String text = description.strip();
            entityManager.persist(new Modality(
                    title, text.substring(0, Math.min(200, text.length())), caller.name(), clock.instant()));
            trail.record(new AuditEvent(caller, AuditAction.MODALITY_ENTERED, "modality", title, ""));
        }
    }

    public void remove(String aeTitle) {
        Modality modality = entityManager.find(Modality.class, aeTitle);
        if (modality != null) {
            entityManager.remove(modality);
            trail.record(new AuditEvent(callers.current(), AuditAction.MODALITY_REMOVED, "modality", aeTitle, ""));
        }
    }

    /** Whether anybody may send at present, because no modality has been entered yet. */
    @PermitAll
    public boolean acceptsAnyCaller() {
        return settings.acceptUnknownUntilFirstModality() && count() == 0;
    }

    /** Whether this calling AE title may send at present. */
    @PermitAll
    public boolean admits(String aeTitle) {
        return entityManager.find(Modality.class, aeTitle) != null || acceptsAnyCaller();
    }

    private long count() {
        return entityManager
                .createQuery("select count(m) from Modality m", Long.class)
                .getSingleResult();
    }
}
