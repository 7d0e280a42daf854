package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.mammoflow.review.ReviewOutcome;
import org.mammoflow.review.ReviewView;

/** Says what became of a decision, and who was first when it was not this reader. */
@RequestScoped
public class OutcomeWords {

    @Inject
    RefusalWords refusals;

    @Inject
    Words words;

    @Inject
    Moments moments;

    void tell(String image, ReviewOutcome outcome) {
        if (outcome instanceof ReviewOutcome.Recorded recorded) {
            Notices.done(words.of("review.recorded." + recorded.review().verdict(), image));
        } else if (outcome instanceof ReviewOutcome.Withdrawn) {
            Notices.done(words.of("review.withdrawn", image));
        } else {
            Notices.refuse(refusal(image, outcome));
        }
    }

    String refusal(String image, ReviewOutcome outcome) {
        if (outcome instanceof ReviewOutcome.AlreadyReviewed late) {
            return words.of("review.late", image, standing(late.first()));
        }
        if (outcome instanceof ReviewOutcome.ChangedMeanwhile other) {
            return words.of("review.changed", image, standing(other.standing()));
        }
        if (outcome instanceof ReviewOutcome.Refused refused) {
            return words.of("review.refused", image, refusals.of(refused.refusal()));
        }
        return words.of("review.refused." + outcome.getClass().getSimpleName(), image);
    }

    private String standing(ReviewView first) {
        return words.of("review.is." + first.verdict().name(), first.reader(), moments.minute(first.reviewedAt()));
    }
}
