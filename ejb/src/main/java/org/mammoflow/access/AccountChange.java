package org.mammoflow.access;

/** Something changed about an account; fired in the transaction that changes it. */
public sealed interface AccountChange {

    Caller by();

    String username();

    record Disabled(Caller by, String username) implements AccountChange {}

    record Enabled(Caller by, String username) implements AccountChange {}

    /** By an administrator, who knows the password until the owner changes it. */
    record PasswordReset(Caller by, String username) implements AccountChange {}

    /** By the owner. */
    record PasswordChanged(Caller by, String username) implements AccountChange {}

    /** By the owner of an account that a provider opens: the password only signs. */
    record SignaturePasswordChosen(Caller by, String username) implements AccountChange {}
}
