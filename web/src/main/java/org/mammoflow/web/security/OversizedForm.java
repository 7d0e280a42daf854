package org.mammoflow.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Recognises a form that the server will not take apart: too many fields or parts, or too large a file. */
final class OversizedForm {

    private OversizedForm() {}

    /** Reads the fields once, as every page does later; a page that fails in the middle of them could only say 500. */
    static boolean isSentBy(HttpServletRequest request) throws UnsupportedEncodingException {
        if (!request.getMethod().equals("POST") || Zone.of(request) != Zone.PAGE) {
            return false;
        }
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        try {
            request.getParameterMap();
            return false;
        } catch (RuntimeException beyondALimit) {
            return true;
        }
    }
}
