package org.mammoflow.review;

import java.time.Instant;

/** Why a reader cannot state anything about a case now. */
public sealed interface Refusal {

    record UnknownCase() implements Refusal {}

    /** Another reader works on the case. */
    record ClaimedByAnother(String reader, Instant until) implements Refusal {}

    /** It is not this reader's turn. */
    record NotYourTurn(Why why) implements Refusal {}

    /** Reader first: the study must be assessed before anything is said about the network's opinion. */
    record OwnOpinionFirst() implements Refusal {}

    enum Why {
        /** The case is signed; an addendum can follow. */
        SIGNED,
        /** The caller has read this case: the second reader is somebody else, and nobody arbitrates the own case. */
        OWN_CASE,
        /** Another reader has begun this reading. */
        BEGUN_BY_ANOTHER,
        /** The readers disagree: an arbiter's case. */
        FOR_ARBITERS
    }
}
