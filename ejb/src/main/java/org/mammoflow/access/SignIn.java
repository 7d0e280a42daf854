package org.mammoflow.access;

/** Somebody came or went at the door; fired in the transaction that counts an attempt. */
public sealed interface SignIn {

    Caller caller();

    record Succeeded(Caller caller) implements SignIn {}

    /**
     * Let in by the hospital's provider.
     *
     * @param origin issuer and subject: the name may change there, these do not
     */
    record ByProvider(Caller caller, String origin) implements SignIn {}

    /**
     * The person at the door learns nothing but "no".
     *
     * @param reason for the audit row only
     * @param known whether there is an account of this name; else the name is any text that a stranger chose
     */
    record Failed(Caller caller, String reason, boolean known) implements SignIn {}

    record Ended(Caller caller) implements SignIn {}
}
