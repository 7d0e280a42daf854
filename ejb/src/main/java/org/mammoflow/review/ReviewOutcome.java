package org.mammoflow.review;

/** What became of a decision. */
public sealed interface ReviewOutcome {

    record Recorded(ReviewView review) implements ReviewOutcome {}

    /** The verdict was taken back; the finding is undecided again. */
    record Withdrawn(ReviewView withdrawal) implements ReviewOutcome {}

    /** Somebody was first; their decision stands. */
    record AlreadyReviewed(ReviewView first) implements ReviewOutcome {}

    /** Another decision stands than the one that the reader saw; nothing was written. */
    record ChangedMeanwhile(ReviewView standing) implements ReviewOutcome {}

    record Refused(Refusal refusal) implements ReviewOutcome {}

    record UnknownFinding() implements ReviewOutcome {}

    /** A change needs a decision to change. */
    record NothingToChange() implements ReviewOutcome {}

    /** A change needs the reader's password again. */
    record WrongPassword() implements ReviewOutcome {}
}
