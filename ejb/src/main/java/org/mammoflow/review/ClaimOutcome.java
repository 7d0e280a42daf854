package org.mammoflow.review;

/** What became of the wish to hold a case. */
public sealed interface ClaimOutcome {

    /** The caller holds the case until the claim ends. */
    record Held(Claim claim) implements ClaimOutcome {}

    /** Another reader holds it. */
    record HeldByAnother(Claim claim) implements ClaimOutcome {}

    record UnknownCase() implements ClaimOutcome {}
}
