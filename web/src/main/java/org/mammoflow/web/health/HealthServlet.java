package org.mammoflow.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mammoflow.health.Check;
import org.mammoflow.health.Readiness;

/** Answers 200 or 503 in the form of MicroProfile Health. */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Alive is who can answer at all; a restart would not mend a full disk.
        answer(response, request.getServletPath().endsWith("/live") ? List.of() : readiness.checks());
    }

    private static void answer(HttpServletResponse response, List<Check> checks) throws IOException {
        boolean up = checks.stream().allMatch(Check::up);
        JsonArrayBuilder array = Json.createArrayBuilder();
        checks.forEach(check -> array.add(Json.createObjectBuilder()
                .add("name", check.name())
                .add("status", word(check.up()))
                .add("data", Json.createObjectBuilder().add("detail", check.detail()))));
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("status", word(up))
                        .add("checks", array)
                        .build()
                        .toString());
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
