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
        tell(card, () -> reviewing.undo(card.getOpinion().findingId(), seen.sent()));
    }

    /** A new, signed revision of a decision. */
    public void change(FindingCard card) {
        tell(
                card,
                () -> reviewing.change(
                        card.getOpinion().findingId(), card.changedOpinion(), card.takePassword(), seen.sent()));
    }

    /** Offered reasons; those of the first installation have words in the bundles as {@code reason.CODE}. */
    public List<String> reasons() {
        return vocabulary.reasons();
    }

    private void decide(FindingCard card, Verdict verdict) {
        tell(card, () -> reviewing.review(card.getOpinion().findingId(), card.opinion(verdict)));
    }

    private void tell(FindingCard card, Supplier<ReviewOutcome> decision) {
        if (!seen.isDrawnLast()) {
            Notices.refuse(words.of("case.other"));
            reading.reload();
            return;
        }
        try {
            ReviewOutcome outcome = decision.get();
            outcomes.tell(card.getImage().name(), outcome);
            if (!(outcome instanceof ReviewOutcome.WrongPassword)) {
                reading.reload();
            }
        } catch (InvalidOpinion e) {
            Notices.refuse(words.of("review.incomplete", card.getImage().name()));
        }
    }
}
