package org.mammoflow.review;

/** What became of a signature. */
public sealed interface SigningOutcome {

    /** @param next what the case needs now */
    record Signed(EntryView signature, CaseState next) implements SigningOutcome {}

    /** Nothing is signed that is not complete. */
    record Incomplete(int openFindings, boolean assessmentMissing) implements SigningOutcome {}

    /** One signs what one saw: something of the case is not what was on show. Nothing was signed. */
    record NotAsSeen(Unseen unseen) implements SigningOutcome {}

    record WrongPassword() implements SigningOutcome {}

    record Refused(Refusal refusal) implements SigningOutcome {}

    /** It is final, or the next reader has begun. */
    record TooLate() implements SigningOutcome {}

    /** There is no signature of the caller's to take back, or nothing signed to add to. */
    record NothingSigned() implements SigningOutcome {}
}
