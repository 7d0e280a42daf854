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
                .createQuery("select c from CategoryRow c order by c.place, c.code", CategoryRow.class)
                .getResultStream()
                .map(CategoryRow::view)
                .toList();
    }

    @PermitAll
    public boolean offersReason(String reason) {
        return entityManager.find(ReviewReason.class, reason) != null;
    }

    @PermitAll
    public boolean offersCategory(String code) {
        return entityManager.find(CategoryRow.class, code) != null;
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
        remove(ReviewReason.class, "reason removed", reason);
    }

    @PermitAll
    public Optional<AssessmentCategory> category(String code) {
        return Optional.ofNullable(entityManager.find(CategoryRow.class, code)).map(CategoryRow::view);
    }

    /** Adds a category at the end of the list; the words of one that stands on it are another's decision. */
    public VocabularyOutcome enterCategory(AssessmentCategory category) {
        AssessmentCategory entered = new AssessmentCategory(
                word("code", category.code(), CODE_LENGTH), word("words", category.words(), WORDS_LENGTH));
        Optional<AssessmentCategory> standing = category(entered.code());
        if (standing.isPresent()) {
            return standing.get().equals(entered)
                    ? new VocabularyOutcome.Done()
                    : new VocabularyOutcome.Taken(standing.get());
        }
        entityManager.persist(new CategoryRow(entered, next("CategoryRow")));
        tell("category entered", entered.code());
        return new VocabularyOutcome.Done();
    }

    /** @param seen the category that the caller decided to take off the list */
    public VocabularyOutcome removeCategory(String code, Seen seen) {
        CategoryRow row = entityManager.find(CategoryRow.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && !seen.isStill(row.view().seen())) {
            return new VocabularyOutcome.ChangedMeanwhile(row.view());
        }
        remove(CategoryRow.class, "category removed", code);
        return new VocabularyOutcome.Done();
    }

    private void remove(Class<?> kind, String what, String key) {
        Object row = entityManager.find(kind, key);
        if (row != null) {
            entityManager.remove(row);
            tell(what, key);
        }
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
