package org.mammoflow.review;

/** What a case still needs. The names are stored: never rename one. */
public enum CaseState {
    /** A reader. */
    OPEN,
    /** A third reader: the others disagree. */
    ARBITRATION,
    /** A signature: every finding has a verdict. */
    DECIDED,
    /** Nothing more: signed. Only addenda can follow. */
    FINAL
}
