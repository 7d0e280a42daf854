package org.mammoflow.intake;

import jakarta.ejb.ApplicationException;

/** Not an AE title after PS3.5 6.2. */
@ApplicationException(rollback = true)
public final class InvalidAeTitle extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidAeTitle() {
        super("an AE title has 1 to 16 printable characters without backslash");
    }
}
