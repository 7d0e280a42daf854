package org.mammoflow.web.provider;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mammoflow.access.ProviderAccounts;
import org.mammoflow.access.ProviderOutcome;
import org.mammoflow.web.security.OwnStep;
import org.mammoflow.web.security.Sessions;

/** Where the provider sends a browser back to: opens the door, or says why it stays shut. */
@WebServlet(ReturnFromProvider.PATH)
public class ReturnFromProvider extends HttpServlet {

    static final String PATH = "/sign-in/return";
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ReturnFromProvider.class.getName());

    @Inject
    transient OpenIdProvider provider;

    @Inject
    transient PendingSignIns pending;

    @Inject
    transient ProviderAccounts accounts;

    @Inject
    transient Sessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = request.getParameter("state");
        Optional<PendingSignIn> begun = BrowserMark.of(request).flatMap(mark -> pending.take(state, mark));
        if (begun.isEmpty()) {
            // Too late, used before, begun in another browser, or made up by somebody.
            SignInAnswer.refuse(request, response, "Unasked", "/");
            return;
        }
        String code = request.getParameter("code");
        if (code == null) {
            SignInAnswer.refuse(request, response, "Declined", begun.get().from());
            return;
        }
        try {
            answer(provider.identify(begun.get(), code), begun.get(), request, response);
        } catch (ProviderAway e) {
            LOG.log(Level.WARNING, e.getMessage());
            SignInAnswer.refuse(request, response, "ProviderAway", begun.get().from());
        }
    }

    private void answer(
            Recognised somebody, PendingSignIn begun, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProviderOutcome outcome = accounts.signIn(somebody.identity());
        if (outcome instanceof ProviderOutcome.Admitted admitted) {
            sessions.begin(request, admitted.username(), admitted.role());
            SignOutAtProvider.remember(somebody.idToken(), request);
            OwnStep.to(request.getContextPath() + begun.from(), response);
        } else {
            SignInAnswer.refuse(request, response, outcome.getClass().getSimpleName(), begun.from());
        }
    }
}
