package org.mammoflow.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.mammoflow.access.Accounts;
import org.mammoflow.access.Callers;

/** Ends a session. By POST only: a link in somebody's mail must not sign a reader out. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Accounts accounts;

    @Inject
    transient Callers callers;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            accounts.signOut(callers.current());
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + Door.SIGN_IN_PAGE);
    }
}
