package org.mammoflow.web.security;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Where a browser is led that signs out, when whoever vouched for its person holds a session of their own. */
public interface WayOut {

    /** The address to go on to; nothing when nobody else is to be told. Called before the session ends. */
    Optional<String> of(HttpSession session);
}
