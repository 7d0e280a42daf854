package org.mammoflow.review;

/** What became of a change of the site's way of reading. */
public sealed interface PolicyOutcome {

    record Changed(ReadingPolicy policy) implements PolicyOutcome {}

    /** Another administrator has changed it since the caller saw it; nothing was written. */
    record ChangedMeanwhile(ReadingPolicy now) implements PolicyOutcome {}
}
