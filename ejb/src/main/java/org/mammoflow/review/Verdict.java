package org.mammoflow.review;

/** What a radiologist says of a finding. The names are stored: never rename one. */
public enum Verdict {
    CONFIRMED,
    REJECTED,
    /** The reader cannot tell; never taken for either of the others. */
    UNCERTAIN,
    /** The reader took the verdict back: the finding is undecided again. Never chosen, only stored. */
    WITHDRAWN;

    /** Whether a reader can choose it. */
    public boolean isOpinion() {
        return this != WITHDRAWN;
    }
}
