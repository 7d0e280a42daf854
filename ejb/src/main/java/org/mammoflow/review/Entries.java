package org.mammoflow.review;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** Records what readers state about studies, and finds it again in the order in which it was stated. */
@Stateless
public class Entries {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Sights sights;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** Everything that was stated about a study, withdrawn statements included. */
    public List<EntryView> of(String studyInstanceUid) {
        List<Entry> all = entityManager
                .createQuery("select e from Entry e where e.studyInstanceUid = :study order by e.id", Entry.class)
                .setParameter("study", studyInstanceUid)
                .getResultList();
        Set<Long> withdrawn = all.stream()
                .map(entry -> entry.view(false).withdraws().orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return all.stream()
                .map(entry -> entry.view(withdrawn.contains(entry.view(false).id())))
                .toList();
    }

    /** The statements of one reading that stand. */
    public List<EntryView> standing(String studyInstanceUid, int round) {
        return of(studyInstanceUid).stream()
                .filter(entry -> entry.round() == round && !entry.withdrawn() && entry.kind() != EntryKind.WITHDRAWAL)
                .toList();
    }

    public Optional<EntryView> assessment(String studyInstanceUid, int round) {
        return standing(studyInstanceUid, round).stream()
                .filter(entry -> entry.stands(EntryKind.ASSESSMENT))
                .reduce((earlier, later) -> later);
    }

    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public EntryView record(ReadingCase readingCase, int round, NewEntry statement, AuditAction action) {
        Caller caller = callers.current();
        Entry entry = new Entry(new EntryRecord(
                readingCase.studyInstanceUid(),
                round,
                statement,
                sights.of(readingCase).ai(),
                caller.name(),
                clock.instant()));
        entityManager.persist(entry);
        entityManager.flush();
        EntryView view = entry.view(false);
        trail.record(new AuditEvent(
                caller,
                action,
                "study",
                readingCase.studyInstanceUid(),
                "entry=%d kind=%s round=%d ai-shown=%s digest=%s"
                        .formatted(view.id(), view.kind(), round, view.aiShown(), view.recordDigest())));
        return view;
    }
}
