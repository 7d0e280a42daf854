package org.mammoflow.web.security;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a program is told that is not let in, as the container's error page for 401: written at the door itself, the container
 * would try to put a page in its place, fail, and fill the log with each guess.
 */
@WebServlet("/errors/401")
public class Unauthorized extends HttpServlet {

    private static final long serialVersionUID = 1L;

    // RFC 9457; the same for a wrong password, an unknown name and none at all.
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"name and password are needed\"}";

    // Whatever was asked for, by any method.
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(PROBLEM);
    }
}
