package org.mammoflow.review;

import java.time.Instant;

/** What became of a decision. */
public sealed interface ReviewOutcome {

    record Recorded(ReviewView review) implements ReviewOutcome {}

    /** Somebody was first; their decision stands. */
    record AlreadyReviewed(ReviewView first) implements ReviewOutcome {}

    /** Another reader works on the case. */
    record ClaimedByAnother(String reader, Instant until) implements ReviewOutcome {}

    record UnknownFinding() implements ReviewOutcome {}

    /** A change needs a decision to change. */
    record NothingToChange() implements ReviewOutcome {}

    /** A change needs the reader's password again. */
    record WrongPassword() implements ReviewOutcome {}
}
