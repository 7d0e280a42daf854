package org.mammoflow.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A request that breaks a rule; the exception's message names the rule. */
@Provider
public class RefusedRequest implements ExceptionMapper<IllegalArgumentException> {

    @Override
    public Response toResponse(IllegalArgumentException refused) {
        return Problem.of(Response.Status.BAD_REQUEST, String.valueOf(refused.getMessage()));
    }
}
