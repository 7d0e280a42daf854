package org.mammoflow.web.api;

import jakarta.json.JsonException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A request whose body is empty, broken or no object where JSON was announced. */
@Provider
public class UnreadableBody implements ExceptionMapper<JsonException> {

    @Override
    public Response toResponse(JsonException unreadable) {
        return Problem.of(Response.Status.BAD_REQUEST, "the body must be a JSON object");
    }
}
