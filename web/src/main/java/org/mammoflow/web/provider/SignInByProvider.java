package org.mammoflow.web.provider;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mammoflow.web.security.LocalAddress;

/** Leads a browser to the hospital's provider. */
@WebServlet(SignInByProvider.PATH)
public class SignInByProvider extends HttpServlet {

    static final String PATH = "/sign-in/provider";
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SignInByProvider.class.getName());

    @Inject
    transient OpenIdProvider provider;

    @Inject
    transient PendingSignIns pending;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!provider.isThere()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String from = LocalAddress.or(request.getParameter("from"), "/");
        if (!request.getServerName().equals(provider.settings().ourUrl().getHost())) {
            // The provider leads back to the name that it knows; cookies of another name are not there.
            response.sendRedirect(provider.settings()
                    .ourUrl()
                    .resolve(PATH.substring(1) + SignInAnswer.from(from))
                    .toString());
            return;
        }
        try {
            PendingSignIn begun = pending.begin(BrowserMark.give(request, response), from);
            response.sendRedirect(provider.question(begun).toString());
        } catch (ProviderAway e) {
            LOG.log(Level.WARNING, e.getMessage());
            SignInAnswer.refuse(request, response, "ProviderAway", from);
        }
    }
}
