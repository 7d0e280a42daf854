package org.mammoflow.review;

/** Whether a case still needs a reader. */
public enum CaseState {
    OPEN,
    DECIDED
}
