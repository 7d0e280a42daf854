package org.mammoflow.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.platform.Seen;

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

    public Optional<KnownModality> one(String aeTitle) {
        return Optional.ofNullable(entityManager.find(Modality.class, aeTitle)).map(Modality::view);
    }

    /**
     * Enters a modality, or changes its description and address when it is entered already.
     *
     * @param seen the entry that the caller decided to change, or {@link Seen#NOTHING}
     * @throws InvalidAeTitle when the title breaks PS3.5's rules for AE
     */
    public ModalityOutcome enter(String aeTitle, String description, Optional<ModalityAddress> address, Seen seen) {
        String title = aeTitle.strip();
        if (!AE_TITLE.matcher(title).matches()) {
            throw new InvalidAeTitle();
        }
        Optional<Modality> known = locked(title);
        Seen now = known.map(Modality::view).map(KnownModality::seen).orElse(Seen.NOTHING);
        if (!seen.isStill(now)) {
            return known.map(Modality::view)
                    .<ModalityOutcome>map(ModalityOutcome.ChangedMeanwhile::new)
                    .orElseGet(ModalityOutcome.RemovedMeanwhile::new);
        }
        Caller caller = callers.current();
        Modality modality = known.orElseGet(() -> new Modality(title, caller.name(), clock.instant()));
        String text = description.strip();
        modality.describe(text.substring(0, Math.min(200, text.length())), address);
        entityManager.persist(modality);
        trail.record(new AuditEvent(
                caller,
                known.isEmpty() ? AuditAction.MODALITY_ENTERED : AuditAction.MODALITY_CHANGED,
                "modality",
                title,
                address.map(at -> "address=" + at.host() + ":" + at.port()).orElse("")));
        return new ModalityOutcome.Entered(modality.view());
    }

    /** @param seen the entry that the caller decided to remove */
    public ModalityOutcome remove(String aeTitle, Seen seen) {
        Optional<Modality> known = locked(aeTitle);
        if (known.isPresent() && !seen.isStill(known.get().view().seen())) {
            return new ModalityOutcome.ChangedMeanwhile(known.get().view());
        }
        if (known.isPresent() && settings.acceptUnknownUntilFirstModality() && lockedAll() == 1) {
            return new ModalityOutcome.LastOne();
        }
        known.ifPresent(modality -> {
            entityManager.remove(modality);
            trail.record(new AuditEvent(callers.current(), AuditAction.MODALITY_REMOVED, "modality", aeTitle, ""));
        });
        return new ModalityOutcome.Removed();
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

    /** Where this modality takes storage commitment reports. */
    @PermitAll
    public Optional<ModalityAddress> address(String aeTitle) {
        return Optional.ofNullable(entityManager.find(Modality.class, aeTitle)).flatMap(Modality::address);
    }

    private Optional<Modality> locked(String aeTitle) {
        return Optional.ofNullable(entityManager.find(Modality.class, aeTitle, LockModeType.PESSIMISTIC_WRITE));
    }

    // Locked, or two administrators who remove the last two at once would each leave the other's.
    private int lockedAll() {
        return entityManager
                .createQuery("select m from Modality m order by m.aeTitle", Modality.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .size();
    }

    private long count() {
        return entityManager
                .createQuery("select count(m) from Modality m", Long.class)
                .getSingleResult();
    }
}
