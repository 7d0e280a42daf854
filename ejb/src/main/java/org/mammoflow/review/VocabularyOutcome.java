package org.mammoflow.review;

/** What became of a wish about the site's categories. */
public sealed interface VocabularyOutcome {

    /** The list is as it was wished, also when it was so before. */
    record Done() implements VocabularyOutcome {}

    /** The code stands on the list with other words; nothing was written. */
    record Taken(AssessmentCategory standing) implements VocabularyOutcome {}

    /** The code is off the list, but statements were made with it in these words; nothing was written. */
    record Stated(AssessmentCategory before) implements VocabularyOutcome {}

    /** The code has other words now than the caller saw; nothing was written. */
    record ChangedMeanwhile(AssessmentCategory now) implements VocabularyOutcome {}
}
