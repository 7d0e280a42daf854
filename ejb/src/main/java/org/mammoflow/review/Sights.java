package org.mammoflow.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;

/**
 * Decides what is shown to whom: the one place that keeps the network's opinion from a reader who reads first, and the
 * first reader's from the second. Pages, REST and reports all ask here.
 */
@Stateless
public class Sights {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    ReadingPolicies policies;

    @Inject
    Callers callers;

    /** What the caller may see of a study; everything of one that is no case. */
    public Sight ofStudy(String studyInstanceUid) {
        return readingCase(studyInstanceUid).map(this::of).orElse(Sight.ALL);
    }

    public Sight of(ReadingCase readingCase) {
        Caller caller = callers.current();
        if (!caller.is(Role.RADIOLOGIST) || readingCase.isFinal() || readingCase.isArbitratedBy(caller)) {
            return Sight.ALL;
        }
        boolean signed = readingCase.hasBeenReadBy(caller);
        if (readingCase.isReread() && !signed) {
            return Sight.NOTHING;
        }
        boolean ai = policies.current().mode() == ReadingMode.AI_BESIDE
                || signed
                || hasAssessed(readingCase.studyInstanceUid(), caller);
        // Who knows another's verdict knows what it is about.
        return new Sight(ai, ai && (signed || readingCase.readingsWanted() == 1));
    }

    /** Whether lists may tell this caller about suspicion bands. */
    public boolean bandsShown() {
        return !callers.current().is(Role.RADIOLOGIST) || policies.current().mode() == ReadingMode.AI_BESIDE;
    }

    /**
     * Refuses a list of findings and verdicts to a reader from whom something is kept.
     *
     * @throws NotYetRevealed when the site reads in a mode that hides something, or finished cases are read anew
     */
    public void requireNothingHidden() {
        ReadingPolicy policy = policies.current();
        if (callers.current().is(Role.RADIOLOGIST)
                && (policy.mode() != ReadingMode.AI_BESIDE || policy.readings() > 1 || isSomethingReread())) {
            throw new NotYetRevealed();
        }
    }

    private boolean isSomethingReread() {
        return entityManager
                        .createQuery(
                                "select count(c) from ReadingCase c where c.state = :open and c.readingRound = :round",
                                Long.class)
                        .setParameter("open", CaseState.OPEN)
                        .setParameter("round", ReadingCase.REREADING)
                        .getSingleResult()
                > 0;
    }

    // A withdrawn assessment counts too: what was seen cannot be unseen.
    private boolean hasAssessed(String studyInstanceUid, Caller caller) {
        return entityManager
                        .createQuery(
                                "select count(e) from Entry e where e.studyInstanceUid = :study and e.reader = :reader"
                                        + " and e.kind = :kind",
                                Long.class)
                        .setParameter("study", studyInstanceUid)
                        .setParameter("reader", caller.name())
                        .setParameter("kind", EntryKind.ASSESSMENT)
                        .getSingleResult()
                > 0;
    }

    private Optional<ReadingCase> readingCase(String studyInstanceUid) {
        return entityManager
                .createQuery("select c from ReadingCase c where c.studyInstanceUid = :uid", ReadingCase.class)
                .setParameter("uid", studyInstanceUid)
                .getResultStream()
                .findFirst();
    }
}
