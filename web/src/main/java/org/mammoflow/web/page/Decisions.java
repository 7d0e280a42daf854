package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.mammoflow.review.InvalidOpinion;
import org.mammoflow.review.ReviewOutcome;
import org.mammoflow.review.Reviewing;
import org.mammoflow.review.Verdict;
import org.mammoflow.review.Vocabulary;

/** Confirm, reject, change: one call each, and its outcome in words. */
@Named("decisions")
@RequestScoped
public class Decisions {

    @Inject
    CaseScreen reading;

    @Inject
    SeenOnPage seen;

    @Inject
    Reviewing reviewing;

    @Inject
    Vocabulary vocabulary;

    @Inject
    OutcomeWords outcomes;

    @Inject
    Words words;

    public void confirm(FindingCard card) {
        decide(card, Verdict.CONFIRMED);
    }

    public void reject(FindingCard card) {
        decide(card, Verdict.REJECTED);
    }

    public void doubt(FindingCard card) {
        decide(card, Verdict.UNCERTAIN);
    }

    /** Takes the decision back. */
    public void undo(FindingCard card) {
        tell(card, Field.REASON, () -> reviewing.undo(card.getOpinion().findingId(), seen.sent()));
    }

    /** A new, signed revision of a decision. */
    public void change(FindingCard card) {
        tell(
                card,
                card.getVerdict() == null ? Field.VERDICT : Field.NEW_REASON,
                () -> reviewing.change(
                        card.getOpinion().findingId(), card.changedOpinion(), card.takePassword(), seen.sent()));
    }

    /** Offered reasons; those of the first installation have words in the bundles as {@code reason.CODE}. */
    public List<String> reasons() {
        return vocabulary.reasons();
    }

    private void decide(FindingCard card, Verdict verdict) {
        tell(card, Field.REASON, () -> reviewing.review(card.getOpinion().findingId(), card.opinion(verdict)));
    }

    /** @param lacking which field lacks something when the decision is not complete */
    private void tell(FindingCard card, Field lacking, Supplier<ReviewOutcome> decision) {
        if (!seen.isDrawnLast()) {
            Notices.refuse(words.of("case.other"));
            reading.reload();
            return;
        }
        try {
            ReviewOutcome outcome = decision.get();
            if (outcome instanceof ReviewOutcome.WrongPassword) {
                Notices.refuse("password", words.of("password.wrong"), outcomes.refusal(name(card), outcome));
            } else {
                outcomes.tell(name(card), outcome);
                reading.reload();
            }
        } catch (InvalidOpinion e) {
            Notices.refuse(lacking.id, words.of(lacking.missing), words.of("review.incomplete", name(card)));
        }
    }

    private static String name(FindingCard card) {
        return card.getImage().name();
    }

    /** What a decision can lack: its field on the card, and the words for it. */
    private enum Field {
        VERDICT("verdict", "review.verdict.needed"),
        REASON("reason", "review.reason.needed"),
        NEW_REASON("newReason", "review.reason.needed");

        private final String id;
        private final String missing;

        Field(String id, String missing) {
            this.id = id;
            this.missing = missing;
        }
    }
}
