package org.mammoflow.review;

/** What became of the wish to hold a case. */
public sealed interface ClaimOutcome {

    /** The caller holds the case until the claim ends. */
    record Held(Claim claim) implements ClaimOutcome {}

    /** Another reader holds it. */
    record HeldByAnother(Claim claim) implements ClaimOutcome {}

    /** The case is not the caller's to read now; looking at it needs no claim. */
    record NotYourTurn(Refusal.Why why) implements ClaimOutcome {}

    record UnknownCase() implements ClaimOutcome {}
}
