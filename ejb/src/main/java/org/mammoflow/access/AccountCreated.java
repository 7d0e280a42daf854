package org.mammoflow.access;

/** An account was made; fired in the transaction that makes it. */
public record AccountCreated(Caller by, String username, String role) {}
