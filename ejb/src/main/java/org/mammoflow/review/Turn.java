package org.mammoflow.review;

/** Whether the caller may read a case now. */
sealed interface Turn {

    /** The case, locked until commit. */
    record Yours(ReadingCase readingCase) implements Turn {}

    record Refused(Refusal refusal) implements Turn {}
}
