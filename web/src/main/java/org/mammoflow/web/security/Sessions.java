package org.mammoflow.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.mammoflow.access.Revocations;

/** Who a browser's session belongs to, from the sign-in until it ends, is revoked or has lasted a working day. */
@ApplicationScoped
public class Sessions {

    @Inject
    Revocations revocations;

    @Inject
    Clock clock;

    /** Somebody has proven who they are. */
    public void begin(HttpServletRequest request, String name, String role) {
        HttpSession session = request.getSession();
        // A session id that somebody planted before the sign-in must not be worth anything after it.
        request.changeSessionId();
        session.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(name, role, clock.instant()));
    }

    Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (SignedIn) session.getAttribute(SignedIn.ATTRIBUTE))
                .filter(signedIn -> revocations.holds(signedIn.name(), signedIn.at()))
                .filter(signedIn -> signedIn.holdsAt(clock.instant()));
    }
}
