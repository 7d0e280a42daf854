package org.mammoflow.chain;

import java.util.Optional;

/** What verifying the audit chain found. */
public sealed interface ChainVerdict {

    /**
     * Every row is where and what it was when it was written.
     *
     * @param signed the last head that was signed, nothing when none was yet; rows after it are chained but not signed
     */
    record Intact(long rows, String headHash, Optional<SignedHead> signed) implements ChainVerdict {}

    /** The first row that does not hold, and why. */
    record Broken(long seq, String reason) implements ChainVerdict {}
}
