package org.mammoflow.web.page;

import jakarta.faces.context.ExternalContext;
import java.net.URI;
import org.mammoflow.web.security.LocalAddress;

/** The page that a form was sent from, by its Referer: only its path and query, so it is one of ours. */
final class LastPage {

    private LastPage() {}

    static String of(ExternalContext web) {
        String fallback = web.getRequestContextPath() + "/";
        String referer = web.getRequestHeaderMap().get("Referer");
        try {
            URI page = URI.create(referer == null ? "" : referer);
            String query = page.getRawQuery() == null ? "" : page.getRawQuery() + "&";
            return LocalAddress.or(page.getRawPath() + "?" + query + "notice=expired", fallback);
        } catch (IllegalArgumentException e) {
            return fallback;
        }
    }
}
