package org.mammoflow.review;

/** What became of a statement about a study. */
public sealed interface StatementOutcome {

    record Recorded(EntryView entry) implements StatementOutcome {}

    /** Something else stands about the same thing than the reader saw; nothing was written. */
    record ChangedMeanwhile() implements StatementOutcome {}

    /** The statement that should be taken back was taken back before; nothing was written. */
    record TakenBack() implements StatementOutcome {}

    record Refused(Refusal refusal) implements StatementOutcome {}

    /** The image or the statement that it is about is not one of this case. */
    record Unknown() implements StatementOutcome {}
}
