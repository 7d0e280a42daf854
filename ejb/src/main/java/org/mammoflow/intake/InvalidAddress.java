package org.mammoflow.intake;

import jakarta.ejb.ApplicationException;

/** Not a host and a port. */
@ApplicationException(rollback = true)
public final class InvalidAddress extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidAddress() {
        super("an address has a host name or IP address and a port from 1 to 65535");
    }
}
