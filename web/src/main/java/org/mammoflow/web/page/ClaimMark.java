package org.mammoflow.web.page;

import java.util.Optional;
import org.mammoflow.review.Claim;

/** Who holds a case, in words. */
public record ClaimMark(boolean held, boolean yours, String words) {

    static ClaimMark of(Optional<Claim> claim, String you, Words words, Moments moments) {
        return claim.map(held -> {
                    boolean yours = held.reader().equals(you);
                    String until = moments.time(held.until());
                    return new ClaimMark(
                            true,
                            yours,
                            yours ? words.of("claim.yours", until) : words.of("claim.other", held.reader(), until));
                })
                .orElseGet(() -> new ClaimMark(false, false, words.of("claim.none")));
    }
}
