package org.mammoflow.web.security;

import java.io.Serializable;
import java.time.Instant;

/** Who a browser session belongs to. */
record SignedIn(String name, String role, Instant at) implements Serializable {

    static final String ATTRIBUTE = SignedIn.class.getName();
}
