package org.mammoflow.access;

/** Somebody came or went at the door; fired in the transaction that counts an attempt. */
public sealed interface SignIn {

    Caller caller();

    record Succeeded(Caller caller) implements SignIn {}

    /** The reason is for the audit row only: the person at the door learns nothing but "no". */
    record Failed(Caller caller, String reason) implements SignIn {}

    record Ended(Caller caller) implements SignIn {}
}
