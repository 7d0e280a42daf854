package org.mammoflow.web.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mammoflow.web.security.WayOut;

/**
 * Leads whoever came in by the provider to its own sign-out (OpenID Connect RP-Initiated Logout 1.0), from where the browser
 * comes back to our sign-in page: at a shared desk the hospital's other applications must not stay open in their name.
 */
@ApplicationScoped
public class SignOutAtProvider implements WayOut {

    private static final Logger LOG = Logger.getLogger(SignOutAtProvider.class.getName());
    private static final String ID_TOKEN = SignOutAtProvider.class.getName() + ".idToken";
    private static final String HERE_ONLY = "/sign-in.xhtml?reason=SignedOutHere";

    @Inject
    OpenIdProvider provider;

    /** The session belongs to somebody whom the provider vouched for with this token. */
    static void remember(String idToken, HttpServletRequest request) {
        request.getSession().setAttribute(ID_TOKEN, idToken);
    }

    @Override
    public Optional<Supplier<String>> of(HttpSession session) {
        String hereOnly = session.getServletContext().getContextPath() + HERE_ONLY;
        return Optional.ofNullable((String) session.getAttribute(ID_TOKEN))
                .map(idToken -> () -> address(idToken).orElse(hereOnly));
    }

    private Optional<String> address(String idToken) {
        try {
            return provider.farewell(idToken).map(URI::toString);
        } catch (ProviderAway e) {
            LOG.log(Level.WARNING, e.getMessage());
            return Optional.empty();
        }
    }
}
