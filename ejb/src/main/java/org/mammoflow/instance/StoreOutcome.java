package org.mammoflow.instance;

/** What became of an object that arrived. */
public sealed interface StoreOutcome {

    /** New: file and row are safe, a job waits. */
    record Stored(long instanceId) implements StoreOutcome {}

    /** The very same bytes are stored already; nothing was added. */
    record AlreadyStored(long instanceId) implements StoreOutcome {}

    /** Another object is stored under this SOP Instance UID. Both are kept, the first stays valid. */
    record Conflict(long instanceId) implements StoreOutcome {}

    /** Not stored, and nothing is left behind. The comment names rule and tag, never a patient. */
    record Refused(Refusal refusal, String comment) implements StoreOutcome {}

    /** Why an object is refused; {@code intake} maps each to one DIMSE status. */
    enum Refusal {
        /** The disk is below its watermark or full, or the database cannot be reached: try again later. */
        OUT_OF_RESOURCES,
        /** The data set says something else than the command. */
        DOES_NOT_MATCH_COMMAND,
        /** The data set cannot be read. */
        CANNOT_UNDERSTAND
    }
}
