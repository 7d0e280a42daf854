package org.mammoflow.access;

/**
 * An account as administrators see it.
 *
 * @param passwordIsOwn whether the owner has chosen the password; until then somebody else knows it
 */
public record AccountView(
        String username, String role, boolean disabled, boolean locked, boolean passwordIsOwn, String createdBy) {}
