package org.mammoflow.audit;

/** What verifying the audit chain found. */
public sealed interface ChainVerdict {

    /** Every row is where and what it was when it was written. */
    record Intact(long rows, String headHash) implements ChainVerdict {}

    /** The first row that does not hold, and why. */
    record Broken(long seq, String reason) implements ChainVerdict {}
}
