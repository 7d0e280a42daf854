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

/** Confirm, reject, change: one call each, and its outcome in words. */
@Named("decisions")
@RequestScoped
public class Decisions {

    /** Offered reasons, most frequent first; their words are in the bundles as {@code reason.CODE}. */
    private static final List<String> REASONS = List.of(
            "NORMAL_TISSUE",
            "BENIGN_FINDING",
            "FINDING_MISSED",
            "TECHNICAL_QUALITY",
            "IMPLANT_MISJUDGED",
            "KNOWN_FROM_PRIOR",
            "OTHER");

    @Inject
    CaseScreen reading;

    @Inject
    Reviewing reviewing;

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

    /** A new, signed revision of a decision. */
    public void change(FindingCard card) {
        tell(card, () -> reviewing.change(card.getOpinion().findingId(), card.changedOpinion(), card.takePassword()));
    }

    public List<String> reasons() {
        return REASONS;
    }

    private void decide(FindingCard card, Verdict verdict) {
        tell(card, () -> reviewing.review(card.getOpinion().findingId(), card.opinion(verdict)));
    }

    private void tell(FindingCard card, Supplier<ReviewOutcome> decision) {
        try {
            ReviewOutcome outcome = decision.get();
            outcomes.tell(card.getImage().name(), outcome);
            if (!(outcome instanceof ReviewOutcome.WrongPassword)) {
                reading.refresh(card);
            }
        } catch (InvalidOpinion e) {
            Notices.refuse(words.of("review.incomplete", card.getImage().name()));
        }
    }
}
