package org.mammoflow.web.provider;

/** The provider cannot be reached, or what it says cannot be believed. */
final class ProviderAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderAway(String phase, Throwable cause) {
        super("the hospital's sign-in failed while " + phase + ": " + cause, cause);
    }

    ProviderAway(String phase, String reason) {
        super("the hospital's sign-in failed while " + phase + ": " + reason);
    }
}
