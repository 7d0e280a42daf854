package org.mammoflow.review;

/** What became of the wish for a sample. */
public sealed interface RereadOutcome {

    record Drawn(RereadSample sample) implements RereadOutcome {}

    /** No finished case is an agreed negative that was not drawn before. */
    record NothingToDraw() implements RereadOutcome {}

    /** A category is none of the site's. */
    record UnknownCategory(String code) implements RereadOutcome {}
}
