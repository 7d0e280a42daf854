package org.mammoflow.review;

/** What a reader states about a study beside verdicts on findings. The names are stored: never rename one. */
public enum EntryKind {
    /** The whole study in one word of the site's vocabulary. */
    ASSESSMENT,
    /** Something that the network did not see, with its place on the image. */
    AI_MISSED,
    /** A view must be taken again. */
    TECHNICAL_RECALL,
    /** An earlier statement is taken back; it stays on record. */
    WITHDRAWAL,
    /** The reader signs the reading of this round. */
    SIGNATURE,
    /** Something added after the end, signed. */
    ADDENDUM
}
