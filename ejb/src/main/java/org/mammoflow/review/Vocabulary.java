package org.mammoflow.review;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.platform.Seen;

/**
 * The words a site reads with: reasons of verdicts, categories of the study assessment. What was stated with a word keeps
 * it when the word is taken off the list.
 */
@Stateless
@RolesAllowed(Role.ADMIN)
public class Vocabulary {

    private static final int REASON_LENGTH = 64;
    private static final int CODE_LENGTH = 16;
    private static final int WORDS_LENGTH = 200;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    /** In the order in which they are offered. */
    @PermitAll
    public List<String> reasons() {
        return entityManager
                .createQuery("select r.reason from ReviewReason r order by r.place, r.reason", String.class)
                .getResultList();
    }

    /** In the order in which they are offered. */
    @PermitAll
    public List<AssessmentCategory> categories() {
        return entityManager
                .createQuery("select c from CategoryRow c where c.offered order by c.place, c.code", CategoryRow.class)
                .getResultStream()
                .map(CategoryRow::view)
                .toList();
    }

    @PermitAll
    public boolean offersReason(String reason) {
        return entityManager.find(ReviewReason.class, reason) != null;
    }

    /** Until the end of the transaction nobody can give the code other words: what is stated with it now, means these. */
    @PermitAll
    public boolean offersCategory(String code) {
        CategoryRow row = entityManager.find(CategoryRow.class, code, LockModeType.PESSIMISTIC_READ);
        return row != null && row.offered();
    }

    /** Adds a reason at the end of the list, or does nothing when it stands on it. */
    public void enterReason(String reason) {
        String text = word("reason", reason, REASON_LENGTH);
        if (!offersReason(text)) {
            entityManager.persist(new ReviewReason(text, next("ReviewReason")));
            tell("reason entered", text);
        }
    }

    /** A reason is nothing but its word, so its word is all that can have been seen. */
    public void removeReason(String reason) {
        ReviewReason row = entityManager.find(ReviewReason.class, reason);
        if (row != null) {
            entityManager.remove(row);
            tell("reason removed", reason);
        }
    }

    /** A category that is offered or was: what was stated with its code is read with its words. */
    @PermitAll
    public Optional<AssessmentCategory> category(String code) {
        return Optional.ofNullable(entityManager.find(CategoryRow.class, code)).map(CategoryRow::view);
    }

    /**
     * Adds a category at the end of the list. The words of one that stands on it are another's decision, and those of one
     * that statements were made with are what these statements say: neither is overwritten.
     *
     * @param category without words for one that was taken off the list, to have it back as it was
     */
    public VocabularyOutcome enterCategory(AssessmentCategory category) {
        String code = word("code", category.code(), CODE_LENGTH);
        CategoryRow row = entityManager.find(CategoryRow.class, code, LockModeType.PESSIMISTIC_WRITE);
        String words = row != null && category.words().isBlank()
                ? row.view().words()
                : word("words", category.words(), WORDS_LENGTH);
        if (row != null && row.offered()) {
            return row.view().words().equals(words)
                    ? new VocabularyOutcome.Done()
                    : new VocabularyOutcome.Taken(row.view());
        }
        if (row != null && !row.view().words().equals(words) && stated(code)) {
            return new VocabularyOutcome.Stated(row.view());
        }
        offer(row, new AssessmentCategory(code, words));
        return new VocabularyOutcome.Done();
    }

    private void offer(CategoryRow known, AssessmentCategory category) {
        int place = next("CategoryRow");
        if (known == null) {
            entityManager.persist(new CategoryRow(category, place));
        } else {
            known.offer(category.words(), place);
        }
        tell("category entered", category.code());
    }

    private boolean stated(String code) {
        return entityManager
                        .createQuery(
                                "select count(e) from Entry e where e.kind = :assessment and e.code = :code",
                                Long.class)
                        .setParameter("assessment", EntryKind.ASSESSMENT)
                        .setParameter("code", code)
                        .getSingleResult()
                > 0;
    }

    /** @param seen the category that the caller decided to take off the list */
    public VocabularyOutcome removeCategory(String code, Seen seen) {
        CategoryRow row = entityManager.find(CategoryRow.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.offered()) {
            return new VocabularyOutcome.Done();
        }
        if (!seen.isStill(row.view().seen())) {
            return new VocabularyOutcome.ChangedMeanwhile(row.view());
        }
        row.withdraw();
        tell("category removed", code);
        return new VocabularyOutcome.Done();
    }

    private int next(String entity) {
        return entityManager
                .createQuery("select coalesce(max(x.place), 0) + 1 from " + entity + " x", Integer.class)
                .getSingleResult();
    }

    private static String word(String name, String text, int length) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > length) {
            throw new InvalidOpinion(name + " must have 1 to " + length + " characters");
        }
        return stripped;
    }

    private void tell(String what, String word) {
        trail.record(new AuditEvent(callers.current(), AuditAction.VOCABULARY_CHANGED, "vocabulary", word, what));
    }
}
