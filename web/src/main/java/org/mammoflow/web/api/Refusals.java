package org.mammoflow.web.api;

import jakarta.ws.rs.core.Response;
import org.mammoflow.review.Refusal;

/** Answers a reader who cannot state anything about a case now. */
final class Refusals {

    private Refusals() {}

    static Response response(Refusal refusal) {
        if (refusal instanceof Refusal.ClaimedByAnother claimed) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "claimed by another reader",
                    JsonBuilders.object()
                            .add("reader", claimed.reader())
                            .add("until", claimed.until().toString())
                            .build());
        }
        if (refusal instanceof Refusal.NotYourTurn turn) {
            return notYourTurn(turn.why());
        }
        return refusal instanceof Refusal.OwnOpinionFirst
                ? Problem.of(
                        Response.Status.CONFLICT, "assess the study first: your own opinion comes before the network's")
                : Problem.notFound("case");
    }

    static Response notYourTurn(Refusal.Why why) {
        String words = switch (why) {
            case SIGNED -> "the case is signed: only a signed addendum can follow";
            case OWN_CASE -> "you have read this case: another reader is wanted";
            case BEGUN_BY_ANOTHER -> "another reader has begun this reading";
            case FOR_ARBITERS -> "the readers disagree: an arbiter is wanted";
        };
        return Problem.of(
                Response.Status.CONFLICT,
                words,
                JsonBuilders.object().add("why", why.name()).build());
    }
}
