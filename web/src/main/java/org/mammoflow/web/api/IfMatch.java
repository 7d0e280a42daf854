package org.mammoflow.web.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mammoflow.platform.Seen;
import org.mammoflow.review.CaseSeen;

/** What a program says to have seen, in HTTP's words (RFC 9110, 13.1): the entity tag of what it got before. */
final class IfMatch {

    // One strong tag. A list of them would say that the program does not know what it saw.
    private static final Pattern TAG = Pattern.compile("\"([\\x21\\x23-\\x7E]*)\"");
    private static final String ANY = "*";

    private IfMatch() {}

    /** Nothing when it does not say. */
    static Optional<CaseSeen> caseSeen(HttpHeaders headers) {
        return tag(headers).map(CaseSeen::parse);
    }

    static Seen seen(HttpHeaders headers) {
        if (ANY.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return Seen.NOTHING;
        }
        return tag(headers).map(Seen::new).orElse(Seen.ANYTHING);
    }

    static EntityTag tag(Seen seen) {
        return new EntityTag(seen.text());
    }

    static EntityTag tag(CaseSeen seen) {
        return new EntityTag(seen.text());
    }

    /** Something else stands there now than the program saw. */
    static Response failed(String what) {
        return Problem.of(Response.Status.PRECONDITION_FAILED, what + "; get its present state and decide anew");
    }

    private static Optional<String> tag(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals(ANY)) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new IllegalArgumentException("If-Match must be one strong entity tag, as it was given");
        }
        return Optional.of(tag.group(1));
    }
}
