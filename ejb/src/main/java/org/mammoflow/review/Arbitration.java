package org.mammoflow.review;

/** Which disagreement goes to a third reader. The names are stored: never rename one. */
public enum Arbitration {
    /** The readers disagree with each other. */
    READERS,
    /** That, or a reader rejects what the network stated or says that it missed something. */
    READERS_AND_AI
}
