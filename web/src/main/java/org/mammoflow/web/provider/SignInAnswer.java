package org.mammoflow.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a browser that comes from the provider is told. */
final class SignInAnswer {

    // Only a step that our own page takes carries the session's cookie (SameSite=Strict); a redirect would still count
    // as the
    // provider's, and the reader would stand before the sign-in again.
    private static final String STEP = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><meta http-equiv="refresh" content="0; url=%1$s">
            <title>Mammoflow</title></head><body><p><a href="%1$s">Mammoflow</a></p></body></html>
            """;

    private SignInAnswer() {}

    static void goOn(HttpServletRequest request, HttpServletResponse response, String from) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.getWriter().write(STEP.formatted(escaped(request.getContextPath() + from)));
    }

    /** Back to the sign-in page, which finds words for the reason. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, String reason, String from)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/sign-in.xhtml" + from(from) + "&reason=" + reason);
    }

    static String from(String page) {
        return "?from=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
