package org.mammoflow.web.security;

import java.io.Serializable;

/** Who a browser session belongs to. */
record SignedIn(String name, String role) implements Serializable {

    static final String ATTRIBUTE = SignedIn.class.getName();
}
