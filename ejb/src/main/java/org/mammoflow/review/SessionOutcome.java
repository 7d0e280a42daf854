package org.mammoflow.review;

/** What came of a wish about a reading session. */
public sealed interface SessionOutcome {

    record Going(SessionView session) implements SessionOutcome {}

    /** No case of the list is the caller's to read now. */
    record NothingToRead() implements SessionOutcome {}

    /** The caller has no session, or the case does not belong to it. */
    record NotInSession() implements SessionOutcome {}
}
