package org.mammoflow.access;

/** What came of a wish about an account. */
public sealed interface AccountOutcome {

    /** Done; the password is told this once and stored nowhere. */
    record NewPassword(String username, String password) implements AccountOutcome {}

    record Done(String username) implements AccountOutcome {}

    /** The name is taken, also by an account that is switched off. */
    record Taken(String username) implements AccountOutcome {}

    /** A name has 2 to 64 lower-case letters, digits, dots, hyphens or underscores and begins with a letter. */
    record InvalidName() implements AccountOutcome {}

    record UnknownRole() implements AccountOutcome {}

    /** Somebody has changed the account since the caller saw it; nothing was written. */
    record ChangedMeanwhile(AccountView now) implements AccountOutcome {}

    record UnknownAccount() implements AccountOutcome {}

    /** Nobody locks the administration by switching themselves off. */
    record Yourself() implements AccountOutcome {}

    record WrongPassword() implements AccountOutcome {}

    /** The provider has not seen the owner lately: whoever sits there now may be somebody else. */
    record SignInAgain() implements AccountOutcome {}

    /** Less than 12 characters (ASVS 5.0, 6.2). */
    record TooShort() implements AccountOutcome {}
}
