package org.mammoflow.access;

import java.util.Optional;

/**
 * Where the current thread's web request came from. Set and cleared by the one filter in front of all pages and
 * resources; empty on every other thread.
 *
 * @param address the client's network address
 * @param requestId made per request, shown on error pages instead of any detail
 */
public record RequestOrigin(String address, String requestId) {

    private static final ThreadLocal<RequestOrigin> CURRENT = new ThreadLocal<>();

    public static void enter(RequestOrigin origin) {
        CURRENT.set(origin);
    }

    public static void leave() {
        CURRENT.remove();
    }

    static Optional<RequestOrigin> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
