package org.mammoflow.access;

/**
 * An account as administrators see it.
 *
 * @param passwordIsOwn whether the owner has chosen the password; until then somebody else knows it
 * @param ofProvider whether the hospital's provider opens it, and no password
 */
public record AccountView(
        String username,
        String role,
        boolean disabled,
        boolean locked,
        boolean passwordIsOwn,
        String createdBy,
        boolean ofProvider) {}
