package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/**
 * Returns a sample of agreed negatives to the worklist, for readers who have not read them and see neither what was said
 * nor the network. What was decided stays decided; {@code report} compares.
 */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class Rereading {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    CaseKeeping cases;

    @Inject
    Vocabulary vocabulary;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Event<WorklistChanged> changes;

    @Inject
    Clock clock;

    public RereadOutcome draw(RereadOrder order) {
        Optional<String> unknown = order.recallCategories().stream()
                .filter(code -> !vocabulary.offersCategory(code))
                .findFirst();
        if (unknown.isPresent()) {
            return new RereadOutcome.UnknownCategory(unknown.get());
        }
        AgreedNegatives negatives = AgreedNegatives.draw(entityManager, order);
        return negatives.drawn().isEmpty() ? new RereadOutcome.NothingToDraw() : draw(order, negatives);
    }

    /** Every sample, the latest first. */
    public List<RereadSample> samples() {
        return entityManager
                .createQuery("select s from RereadSampleRow s order by s.id desc", RereadSampleRow.class)
                .getResultStream()
                .map(RereadSampleRow::view)
                .toList();
    }

    private RereadOutcome draw(RereadOrder order, AgreedNegatives negatives) {
        Caller caller = callers.current();
        RereadSampleRow sample = new RereadSampleRow(order, negatives, caller.name(), clock.instant());
        entityManager.persist(sample);
        for (int place = 0; place < negatives.drawn().size(); place++) {
            entityManager.persist(
                    new RereadCaseRow(sample, place + 1, negatives.drawn().get(place)));
        }
        // In one order, so that two who return cases never wait for each other.
        negatives.drawn().stream().sorted().forEach(this::giveBack);
        entityManager.flush();
        tell(caller, sample.view(), negatives.drawn());
        return new RereadOutcome.Drawn(sample.view());
    }

    private void giveBack(String study) {
        ReadingCase readingCase = cases.locked(study).orElseThrow();
        if (!readingCase.isFinal()) {
            throw new IllegalStateException("a case was opened again while it was drawn: draw once more");
        }
        readingCase.returnForRereading(clock.instant());
        cases.recount(readingCase);
        changes.fire(new WorklistChanged(study));
    }

    private void tell(Caller caller, RereadSample sample, List<String> studies) {
        trail.record(new AuditEvent(
                        caller,
                        AuditAction.REREAD_DRAWN,
                        "reread",
                        Long.toString(sample.id()),
                        "seed=%d drawn=%d population=%d recall=%s"
                                .formatted(
                                        sample.seed(),
                                        sample.drawn(),
                                        sample.population(),
                                        String.join(",", sample.recallCategories())))
                .changing("", sample.populationDigest()));
        studies.forEach(study -> trail.record(
                new AuditEvent(caller, AuditAction.CASE_RETURNED, "study", study, "reread=" + sample.id())));
    }
}
