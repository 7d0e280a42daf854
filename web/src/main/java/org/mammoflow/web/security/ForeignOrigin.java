package org.mammoflow.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Recognises requests that a page of another site sends with our cookies (ASVS 5.0, 3.5.1). */
final class ForeignOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private ForeignOrigin() {}

    /**
     * Whether this request changes something and was not sent by our own page. Programs send neither header and no cookie:
     * they prove themselves with every request.
     */
    static boolean forges(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) && !upgradesToWebSocket(request)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null
                ? request.getHeader("Authorization") == null && request.getHeader("Cookie") != null
                : !origin.equals(ourOrigin(request));
    }

    private static boolean upgradesToWebSocket(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static String ourOrigin(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }
}
