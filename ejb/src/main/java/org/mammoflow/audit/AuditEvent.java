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
 */
public record AuditEvent(Caller caller, AuditAction action, String objectType, String objectId, String detail) {}
