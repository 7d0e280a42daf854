package org.mammoflow.review;

import jakarta.ejb.ApplicationException;

/** The caller asked for something that the site's policy keeps from readers until their own opinion is recorded. */
@ApplicationException(rollback = true)
public final class NotYetRevealed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYetRevealed() {
        super("record your own opinion first");
    }
}
