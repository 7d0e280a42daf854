package org.mammoflow.review;

/** Something about a case changed; observe it after the commit to tell open pages. */
public record WorklistChanged(String studyInstanceUid) {}
