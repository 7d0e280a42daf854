package org.mammoflow.web.security;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a browser is led that signs out, when whoever vouched for its person holds a session of their own. */
public interface WayOut {

    /**
     * Who finds the address to go on to; nothing when nobody else is to be told. Asked for while the session is there, used
     * when it has ended: whoever has to be asked for the address can be slow, and must keep nobody in.
     */
    Optional<Supplier<String>> of(HttpSession session);
}
