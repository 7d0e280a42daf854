package org.mammoflow.review;

import jakarta.ejb.ApplicationException;

/** What others will ask about later was done without saying why. */
@ApplicationException(rollback = true)
public final class MissingReason extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private MissingReason(String deed) {
        super(deed + " needs a reason");
    }

    /** The reason without its surrounding blanks. */
    static String required(String reason, String deed) {
        if (reason == null || reason.isBlank()) {
            throw new MissingReason(deed);
        }
        return reason.strip();
    }
}
