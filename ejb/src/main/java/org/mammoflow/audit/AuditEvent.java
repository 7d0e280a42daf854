package org.mammoflow.audit;

import org.mammoflow.access.Caller;

/**
 * Something that happened, told once.
 *
 * @param caller who did it, from where
 * @param action what was done
 * @param objectType the kind of object, for example {@code instance}, {@code finding}, {@code study}
 * @param objectId the object's identifier: a row id or a UID, never a patient's
 * @param detail what else is worth keeping, as {@code key=value} words; cut to 2,000 characters
 * @param beforeDigest SHA-256 of what stood before, empty when nothing did
 * @param afterDigest SHA-256 of what stands now, empty when the event has no content
 */
public record AuditEvent(
        Caller caller,
        AuditAction action,
        String objectType,
        String objectId,
        String detail,
        String beforeDigest,
        String afterDigest) {

    /** An event without content of its own, such as a look at something. */
    public AuditEvent(Caller caller, AuditAction action, String objectType, String objectId, String detail) {
        this(caller, action, objectType, objectId, detail, "", "");
    }

    /** The same event with the digests of what it replaced and of what it left. */
    public AuditEvent changing(String before, String after) {
        return new AuditEvent(caller, action, objectType, objectId, detail, before, after);
    }
}
