package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Accounts;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.Findings;
import org.mammoflow.instance.Instances;

/** Confirming, rejecting or doubting a finding. Who was first in a reading wins; the other is told so. */
@Stateless
@RolesAllowed(Role.RADIOLOGIST)
public class Reviewing {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Turns turns;

    @Inject
    CaseKeeping cases;

    @Inject
    Sights sights;

    @Inject
    Vocabulary vocabulary;

    @Inject
    Findings findings;

    @Inject
    Instances instances;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** Records the first decision about a finding in the reading that is on. */
    public ReviewOutcome review(long findingId, Opinion opinion) {
        requireSiteWords(opinion);
        return decide(
                findingId,
                (finding, readingCase, standing) -> standing.<ReviewOutcome>map(ReviewOutcome.AlreadyReviewed::new)
                        .orElseGet(() -> record(finding, readingCase, opinion, false)));
    }

    /** Takes the decision back that the reader saw, until the reading is signed; it stays on record. */
    public ReviewOutcome undo(long findingId, CaseSeen seen) {
        return decide(
                findingId,
                onWhatWasSeen(
                        seen,
                        (finding, readingCase, standing) ->
                                withdrawn(record(finding, readingCase, Opinion.WITHDRAWAL, false))));
    }

    /**
     * Changes the decision that the reader saw by a new, signed one; the earlier ones stay. After the case is signed it is an
     * addendum.
     */
    public ReviewOutcome change(long findingId, Opinion opinion, char[] password, CaseSeen seen) {
        requireSiteWords(opinion);
        if (!accounts.signs(callers.current(), password)) {
            return new ReviewOutcome.WrongPassword();
        }
        return onCase(
                findingId,
                onWhatWasSeen(seen, (finding, readingCase, standing) -> changeOf(finding, readingCase, opinion)));
    }

    @FunctionalInterface
    private interface Decision {
        ReviewOutcome decide(FindingView finding, ReadingCase readingCase, Optional<ReviewView> standing);
    }

    /** Decides only where a decision stands, and the very one that the reader saw. */
    private static Decision onWhatWasSeen(CaseSeen seen, Decision decision) {
        return (finding, readingCase, standing) -> {
            if (standing.isEmpty()) {
                return new ReviewOutcome.NothingToChange();
            }
            return seen.showed(standing.get())
                    ? decision.decide(finding, readingCase, standing)
                    : new ReviewOutcome.ChangedMeanwhile(standing.get());
        };
    }

    private ReviewOutcome changeOf(FindingView finding, ReadingCase readingCase, Opinion opinion) {
        return readingCase.isFinal()
                ? record(finding, readingCase, opinion, true)
                : inTurn(readingCase).orElseGet(() -> record(finding, readingCase, opinion, true));
    }

    private ReviewOutcome decide(long findingId, Decision decision) {
        return onCase(
                findingId,
                (finding, readingCase, standing) -> inTurn(readingCase)
                        // Whoever comes late learns what was decided, not only that it is over.
                        .map(refused -> readingCase.isFinal() && standing.isPresent()
                                ? new ReviewOutcome.AlreadyReviewed(standing.get())
                                : refused)
                        .orElseGet(() -> decision.decide(finding, readingCase, standing)));
    }

    private ReviewOutcome onCase(long findingId, Decision decision) {
        Optional<FindingView> found = findings.byId(findingId);
        if (found.isEmpty()) {
            return new ReviewOutcome.UnknownFinding();
        }
        ReadingCase readingCase = cases.locked(
                        instances.get(found.get().instanceId()).studyInstanceUid())
                .orElseThrow(() -> new IllegalStateException("finding " + findingId + " has no case"));
        Optional<ReviewView> standing = Optional.ofNullable(
                cases.standing(List.of(findingId), readingCase.round()).get(findingId));
        return decision.decide(found.get(), readingCase, standing);
    }

    /** Why the caller cannot decide now; nothing when they can. */
    private Optional<ReviewOutcome> inTurn(ReadingCase readingCase) {
        if (turns.of(readingCase.studyInstanceUid()) instanceof Turn.Refused refused) {
            return Optional.of(new ReviewOutcome.Refused(refused.refusal()));
        }
        return sights.of(readingCase).ai()
                ? Optional.empty()
                : Optional.of(new ReviewOutcome.Refused(new Refusal.OwnOpinionFirst()));
    }

    private void requireSiteWords(Opinion opinion) {
        if (!opinion.verdict().isOpinion()) {
            throw new InvalidOpinion("verdict must be CONFIRMED, REJECTED or UNCERTAIN");
        }
        if (!opinion.reason().isEmpty() && !vocabulary.offersReason(opinion.reason())) {
            throw new InvalidOpinion("the reason must be one of the site's list");
        }
    }

    private ReviewOutcome record(FindingView finding, ReadingCase readingCase, Opinion opinion, boolean signed) {
        Caller caller = callers.current();
        int revision = lastRevision(finding.id()) + 1;
        String before = standingDigest(finding.id(), readingCase.round());
        Review review = new Review(new ReviewRecord(
                finding.id(),
                finding.evidence().tensorDigest(),
                revision,
                readingCase.round(),
                opinion,
                caller.name(),
                signed,
                clock.instant()));
        entityManager.persist(review);
        if (!readingCase.isFinal()) {
            readingCase.readBy(caller.name());
        }
        entityManager.flush();
        cases.recount(readingCase);
        trail.record(event(caller, review.view()).changing(before, review.view().recordDigest()));
        return new ReviewOutcome.Recorded(review.view());
    }

    private String standingDigest(long findingId, int round) {
        ReviewView standing = cases.standing(List.of(findingId), round).get(findingId);
        return standing == null ? "" : standing.recordDigest();
    }

    private int lastRevision(long findingId) {
        return entityManager
                .createQuery("select coalesce(max(r.revision), 0) from Review r where r.findingId = :id", Integer.class)
                .setParameter("id", findingId)
                .getSingleResult();
    }

    private static ReviewOutcome withdrawn(ReviewOutcome outcome) {
        return new ReviewOutcome.Withdrawn(((ReviewOutcome.Recorded) outcome).review());
    }

    private static AuditEvent event(Caller caller, ReviewView review) {
        return new AuditEvent(
                caller,
                review.verdict() == Verdict.WITHDRAWN
                        ? AuditAction.REVIEW_WITHDRAWN
                        : review.signed() ? AuditAction.REVIEW_CHANGED : AuditAction.FINDING_REVIEWED,
                "finding",
                Long.toString(review.findingId()),
                "revision=%d round=%d verdict=%s digest=%s"
                        .formatted(review.revision(), review.round(), review.verdict(), review.recordDigest()));
    }
}
