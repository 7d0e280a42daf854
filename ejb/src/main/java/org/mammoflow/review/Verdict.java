package org.mammoflow.review;

/** What a radiologist says of a finding. The names are stored: never rename one. */
public enum Verdict {
    CONFIRMED,
    REJECTED
}
