package org.mammoflow.desk;

/** What came of the wish to save a view. */
public sealed interface ViewOutcome {

    record Saved(SavedView view) implements ViewOutcome {}

    /** A name has 1 to 64 characters. */
    record InvalidName() implements ViewOutcome {}

    /** The caller has as many as anybody can overlook. */
    record TooMany() implements ViewOutcome {}
}
