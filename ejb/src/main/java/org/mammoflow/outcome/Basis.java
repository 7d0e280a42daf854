package org.mammoflow.outcome;

/** What an outcome rests on. The names are stored: never rename one. */
public enum Basis {
    /** Histology. */
    BIOPSY,
    /** Nothing else became known until the day of the outcome. */
    FOLLOW_UP
}
