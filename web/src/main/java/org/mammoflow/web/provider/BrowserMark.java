package org.mammoflow.web.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises the browser that began a sign-in when it comes back from the provider. A cookie of its own, because that of the
 * session is not sent when another site leads here (SameSite=Strict); it is worth nothing but this.
 */
final class BrowserMark {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 32;

    private BrowserMark() {}

    static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The mark that the browser has, or a new one: two sign-ins in two tabs must not spoil each other. */
    static String give(HttpServletRequest request, HttpServletResponse response) {
        String mark =
                of(request).filter(known -> known.matches("[A-Za-z0-9_-]{43}")).orElseGet(BrowserMark::random);
        Cookie cookie = new Cookie(name(request), mark);
        cookie.setPath(request.getContextPath() + "/sign-in");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(600);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return mark;
    }

    // Cookies know no ports: a second server on this machine must not take ours.
    private static String name(HttpServletRequest request) {
        return "MAMMOFLOW_SIGN_IN_" + request.getServerPort();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
