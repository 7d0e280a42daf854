package org.mammoflow.access;

import java.util.UUID;

/**
 * Who does something, for decisions and audit rows.
 *
 * @param name the account, or {@code modality:AETITLE}, or {@code system}
 * @param role the role that they act in; empty when not signed in
 * @param source network address, empty for the system itself
 * @param requestId ties the rows of one request together
 */
public record Caller(String name, String role, String source, String requestId) {

    /** The software itself: timers, the queue's consumer, the start. */
    public static Caller system() {
        return new Caller("system", "system", "", "");
    }

    /** A modality on an association. */
    public static Caller modality(String aeTitle, String address, long association) {
        return new Caller("modality:" + aeTitle, "modality", address, "assoc-" + association);
    }

    /** Somebody at the door, not (yet) signed in. */
    public static Caller anonymous(String claimedName, String address) {
        return new Caller(claimedName, "", address, UUID.randomUUID().toString());
    }

    /** Whether the caller may act as this, by the role itself or by one that implies it. */
    public boolean is(String wanted) {
        return Role.impliedBy(role).contains(wanted);
    }
}
