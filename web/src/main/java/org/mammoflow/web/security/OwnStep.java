package org.mammoflow.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A step that our own page takes, at once, to another address. To one of ours browsers send the session's cookie with it
 * (SameSite=Strict); with a redirect they would not, as that still counts as a step of the site that led here.
 */
public final class OwnStep {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><meta http-equiv="refresh" content="0; url=%1$s">
            <title>Mammoflow</title></head><body><p><a href="%1$s">Mammoflow</a></p></body></html>
            """;

    private OwnStep() {}

    /** @param address made by us, never taken from a request as it is */
    public static void to(String address, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.getWriter().write(PAGE.formatted(escaped(address)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
