package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mammoflow.review.ReadingSessions;
import org.mammoflow.review.SessionOutcome;
import org.mammoflow.review.SessionStep;
import org.mammoflow.review.SessionView;

/** Reading so many cases one after the other. */
@Path("/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionsResource {

    private static final int USUAL_SIZE = 25;

    @Inject
    ReadingSessions sessions;

    /** Begins a session with the first cases of a list, which is named as at {@code /worklist}. */
    @POST
    public Response start(@BeanParam WorklistResource.Query list, JsonObject body) {
        int size = QueryText.body(body).getInt("size", USUAL_SIZE);
        return response(sessions.start(list.filter(), size), Response.Status.CREATED);
    }

    @GET
    @Path("/current")
    public Response current() {
        return sessions.current()
                .map(session -> Response.ok(session(session)).build())
                .orElseGet(() -> Problem.notFound("open session"));
    }

    @POST
    @Path("/current/skips")
    public Response skip(JsonObject body) {
        return response(sessions.skip(study(body)), Response.Status.OK);
    }

    @POST
    @Path("/current/deferrals")
    public Response defer(JsonObject body) {
        return response(sessions.defer(study(body), QueryText.body(body).getString("reason", "")), Response.Status.OK);
    }

    @DELETE
    @Path("/current")
    public void end() {
        sessions.end();
    }

    private static String study(JsonObject body) {
        return QueryText.body(body).getString("studyInstanceUid", "");
    }

    private static Response response(SessionOutcome outcome, Response.Status done) {
        if (outcome instanceof SessionOutcome.Going going) {
            return Response.status(done).entity(session(going.session())).build();
        }
        return outcome instanceof SessionOutcome.NothingToRead
                ? Problem.of(Response.Status.CONFLICT, "no case of this list is yours to read now")
                : Problem.notFound("case in your open session");
    }

    private static JsonObject session(SessionView session) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("startedAt", session.startedAt().toString())
                .add("size", session.size())
                .add("read", session.count(SessionStep.State.READ))
                .add("skipped", session.count(SessionStep.State.SKIPPED))
                .add("deferred", session.count(SessionStep.State.DEFERRED))
                .add("cases", JsonViews.array(session.steps(), SessionsResource::step));
        session.first().ifPresent(study -> json.add("next", study));
        return json.build();
    }

    private static JsonObject step(SessionStep step) {
        return JsonBuilders.object()
                .add("place", step.place())
                .add("studyInstanceUid", step.studyInstanceUid())
                .add("state", step.state().name())
                .add("reason", step.reason())
                .build();
    }
}
