package org.mammoflow.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The one way that is open to somebody whose password somebody else knows: choose another. The front doors refuse them all
 * the same, as they have no role there; this only says it kindly.
 */
final class NewcomersPath {

    private static final String CHOICE = "/password.xhtml";
    private static final Set<String> OPEN =
            Set.of(CHOICE, "/sign-in.xhtml", "/sign-out", "/api/v1/accounts/own/password");
    private static final String REFUSAL =
            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"somebody else knows this password:"
                    + " choose your own first, PUT /api/v1/accounts/own/password\"}";

    private NewcomersPath() {}

    static boolean leads(HttpServletRequest request) {
        String path = path(request);
        return OPEN.contains(path) || path.startsWith("/jakarta.faces.resource/") || path.startsWith("/health/");
    }

    static void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Zone.of(request) == Zone.PAGE) {
            response.sendRedirect(request.getContextPath() + CHOICE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(REFUSAL);
        // Sent now, or the container would put its error page in the place of it.
        response.flushBuffer();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
