package org.mammoflow.review;

/**
 * A radiologist's verdict in their words.
 *
 * @param reason a short code or word, at most 64 characters; a rejection must have one
 * @param comment free text, at most 2,000 characters; may be empty
 */
public record Opinion(Verdict verdict, String reason, String comment) {

    static final int REASON_LENGTH = 64;
    private static final int COMMENT_LENGTH = 2000;

    /** No opinion any more: how a verdict that was taken back is stored. */
    static final Opinion WITHDRAWAL = new Opinion(Verdict.WITHDRAWN, "", "");

    public Opinion {
        reason = reason == null ? "" : reason.strip();
        comment = comment == null ? "" : comment.strip();
        require(verdict != null, "verdict must be CONFIRMED, REJECTED or UNCERTAIN");
        require(reason.length() <= REASON_LENGTH, "reason is longer than 64 characters");
        require(comment.length() <= COMMENT_LENGTH, "comment is longer than 2,000 characters");
        require(verdict != Verdict.REJECTED || !reason.isEmpty(), "a rejection needs a reason");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new InvalidOpinion(rule);
        }
    }
}
