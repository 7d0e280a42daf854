package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.mammoflow.review.Refusal;

/** Says why a reader cannot state anything about a case now. */
@RequestScoped
public class RefusalWords {

    @Inject
    Words words;

    @Inject
    Moments moments;

    String of(Refusal refusal) {
        if (refusal instanceof Refusal.ClaimedByAnother claimed) {
            return words.of("turn.claimed", claimed.reader(), moments.time(claimed.until()));
        }
        if (refusal instanceof Refusal.NotYourTurn turn) {
            return words.of("turn." + turn.why().name());
        }
        return words.of("turn." + refusal.getClass().getSimpleName());
    }
}
