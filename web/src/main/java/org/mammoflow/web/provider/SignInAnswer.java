package org.mammoflow.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a browser that comes from the provider is told. */
final class SignInAnswer {

    private SignInAnswer() {}

    /** Back to the sign-in page, which finds words for the reason. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, String reason, String from)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/sign-in.xhtml" + from(from) + "&reason=" + reason);
    }

    static String from(String page) {
        return "?from=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
