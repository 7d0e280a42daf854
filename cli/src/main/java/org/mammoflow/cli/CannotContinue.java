package org.mammoflow.cli;

/** A problem that the user can solve; the message says what is wrong and what to do. */
public final class CannotContinue extends RuntimeException {

    public CannotContinue(String message) {
        super(message);
    }

    public CannotContinue(String message, Throwable cause) {
        super(message, cause);
    }
}
