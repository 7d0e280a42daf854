package org.mammoflow.web.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Who a browser session belongs to. */
record SignedIn(String name, String role, Instant at) implements Serializable {

    static final String ATTRIBUTE = SignedIn.class.getName();

    // However busy: whom the hospital's provider has let go since the morning must not stay in for ever (ASVS 5.0,
    // 7.3.2).
    private static final Duration LONGEST = Duration.ofHours(12);

    boolean holdsAt(Instant now) {
        return now.isBefore(at.plus(LONGEST));
    }
}
