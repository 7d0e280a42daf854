package org.mammoflow.access;

import org.mammoflow.platform.Seen;

/**
 * An account as administrators see it.
 *
 * @param passwordIsOwn whether the owner has chosen the password; until then somebody else knows it
 * @param ofProvider whether the hospital's provider opens it, and no password
 * @param seen what an administrator decides upon; wrong passwords of the owner make no other one of it
 */
public record AccountView(
        String username,
        String role,
        boolean disabled,
        boolean locked,
        boolean passwordIsOwn,
        String createdBy,
        boolean ofProvider,
        Seen seen) {}
