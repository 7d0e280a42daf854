package org.mammoflow.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Problem details for HTTP APIs (RFC 9457). */
public final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    public static Response of(Response.StatusType status, String detail) {
        return of(status, detail, JsonObject.EMPTY_JSON_OBJECT);
    }

    /** A problem with members of its own beside the standard ones. */
    public static Response of(Response.StatusType status, String detail, JsonObject members) {
        JsonObjectBuilder problem = JsonBuilders.object()
                .add("type", "about:blank")
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .add("detail", detail);
        members.forEach(problem::add);
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(problem.build().toString())
                .build();
    }

    public static Response notFound(String what) {
        return of(Response.Status.NOT_FOUND, "no such " + what);
    }
}
