package org.mammoflow.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mammoflow.review.NotYetRevealed;

/** The site's policy keeps this from the reader until the own opinion is recorded. */
@Provider
public class NotRevealed implements ExceptionMapper<NotYetRevealed> {

    @Override
    public Response toResponse(NotYetRevealed refused) {
        return Problem.of(Response.Status.FORBIDDEN, refused.getMessage());
    }
}
