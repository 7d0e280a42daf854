package org.mammoflow.inference;

/** The network that made a finding is not in the models' folder any more, or is another one under the same name. */
final class NetworkNotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NetworkNotThere(String message, Throwable cause) {
        super(message, cause);
    }
}
