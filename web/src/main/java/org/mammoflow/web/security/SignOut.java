package org.mammoflow.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.mammoflow.access.Accounts;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.review.Claiming;

/** Ends a session and gives its reader's cases back. By POST only: a link in somebody's mail must not sign a reader out. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Accounts accounts;

    @Inject
    transient Callers callers;

    @Inject
    transient Claiming claiming;

    @Inject
    transient WayOut wayOut;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        Optional<Supplier<String>> onwards = session == null ? Optional.empty() : wayOut.of(session);
        if (session != null) {
            end(session, request);
        }
        if (onwards.isPresent()) {
            // No redirect: our pages' forms may lead to us alone, and browsers hold redirects to that (form-action).
            OwnStep.to(onwards.get().get(), response);
        } else {
            response.sendRedirect(request.getContextPath() + Door.SIGN_IN_PAGE);
        }
    }

    private void end(HttpSession session, HttpServletRequest request) {
        if (request.isUserInRole(Role.RADIOLOGIST)) {
            claiming.releaseAll();
        }
        accounts.signOut(callers.current());
        session.invalidate();
    }
}
