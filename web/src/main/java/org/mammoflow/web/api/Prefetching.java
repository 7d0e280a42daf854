package org.mammoflow.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells a request that fetches ahead from one for somebody who looks: by {@code Purpose: prefetch}, as browsers say it. */
public final class Prefetching {

    private Prefetching() {}

    /** Whether nobody looks at the answer yet. */
    public static boolean asks(HttpHeaders headers) {
        return Stream.of("Purpose", "Sec-Purpose")
                .map(headers::getHeaderString)
                .anyMatch(purpose ->
                        purpose != null && purpose.toLowerCase(Locale.ROOT).startsWith("prefetch"));
    }
}
