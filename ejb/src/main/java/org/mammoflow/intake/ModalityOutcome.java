package org.mammoflow.intake;

/** What became of a wish about a modality. */
public sealed interface ModalityOutcome {

    /** It stands on the list as the caller wished. */
    record Entered(KnownModality modality) implements ModalityOutcome {}

    /** It is not on the list any more, also when it was not before. */
    record Removed() implements ModalityOutcome {}

    /** It is the only one, and an empty list lets anybody send: it stays. */
    record LastOne() implements ModalityOutcome {}

    /** Another administrator has entered or changed it since the caller saw the list; nothing was written. */
    record ChangedMeanwhile(KnownModality now) implements ModalityOutcome {}

    /** Another administrator has removed what the caller wanted to change; nothing was written. */
    record RemovedMeanwhile() implements ModalityOutcome {}
}
