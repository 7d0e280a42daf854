package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
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

/** Confirming or rejecting a finding. Who was first wins; the other is told so. */
@Stateless
@RolesAllowed(Role.RADIOLOGIST)
public class Reviewing {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    CaseKeeping cases;

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

    /** Records the first decision about a finding. */
    public ReviewOutcome review(long findingId, Opinion opinion) {
        return decide(
                findingId,
                (finding, readingCase, standing) -> standing.<ReviewOutcome>map(ReviewOutcome.AlreadyReviewed::new)
                        .orElseGet(() -> record(finding, readingCase, 1, opinion, false)));
    }

    /** Changes a decision by a new, signed one; the earlier ones stay. */
    public ReviewOutcome change(long findingId, Opinion opinion, char[] password) {
        if (!accounts.isPasswordOf(callers.current().name(), password)) {
            return new ReviewOutcome.WrongPassword();
        }
        return decide(
                findingId,
                (finding, readingCase, standing) -> standing.map(
                                last -> record(finding, readingCase, last.revision() + 1, opinion, true))
                        .orElseGet(ReviewOutcome.NothingToChange::new));
    }

    @FunctionalInterface
    private interface Decision {
        ReviewOutcome decide(FindingView finding, ReadingCase readingCase, Optional<ReviewView> standing);
    }

    private ReviewOutcome decide(long findingId, Decision decision) {
        Optional<FindingView> found = findings.byId(findingId);
        if (found.isEmpty()) {
            return new ReviewOutcome.UnknownFinding();
        }
        FindingView finding = found.get();
        ReadingCase readingCase = cases.locked(
                        instances.get(finding.instanceId()).studyInstanceUid())
                .orElseThrow(() -> new IllegalStateException("finding " + findingId + " has no case"));
        Optional<Claim> other = claimOfAnother(readingCase);
        return other.isPresent()
                ? new ReviewOutcome.ClaimedByAnother(
                        other.get().reader(), other.get().until())
                : decision.decide(finding, readingCase, standing(findingId));
    }

    private Optional<Claim> claimOfAnother(ReadingCase readingCase) {
        return readingCase
                .claimAt(clock.instant())
                .filter(claim -> !claim.reader().equals(callers.current().name()));
    }

    private Optional<ReviewView> standing(long findingId) {
        return entityManager
                .createQuery("select r from Review r where r.findingId = :id order by r.revision desc", Review.class)
                .setParameter("id", findingId)
                .setMaxResults(1)
                .getResultStream()
                .map(Review::view)
                .findFirst();
    }

    private ReviewOutcome record(
            FindingView finding, ReadingCase readingCase, int revision, Opinion opinion, boolean signed) {
        Caller caller = callers.current();
        Review review = new Review(new ReviewRecord(
                finding.id(),
                finding.evidence().tensorDigest(),
                revision,
                opinion,
                caller.name(),
                signed,
                clock.instant()));
        entityManager.persist(review);
        entityManager.flush();
        cases.recount(readingCase);
        trail.record(event(caller, review.view()));
        return new ReviewOutcome.Recorded(review.view());
    }

    private static AuditEvent event(Caller caller, ReviewView review) {
        return new AuditEvent(
                caller,
                review.revision() == 1 ? AuditAction.FINDING_REVIEWED : AuditAction.REVIEW_CHANGED,
                "finding",
                Long.toString(review.findingId()),
                "revision=%d verdict=%s digest=%s"
                        .formatted(review.revision(), review.verdict(), review.recordDigest()));
    }
}
