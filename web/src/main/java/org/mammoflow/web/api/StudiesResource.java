package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mammoflow.review.ClaimOutcome;
import org.mammoflow.review.Claiming;
import org.mammoflow.review.ReadingRoom;

/** A study as a case to be read. */
@Path("/studies/{studyInstanceUid}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StudiesResource {

    @Inject
    ReadingRoom readingRoom;

    @Inject
    Claiming claiming;

    @GET
    @Path("/case")
    public Response open(@PathParam("studyInstanceUid") String studyInstanceUid) {
        return readingRoom
                .open(studyInstanceUid)
                .map(view ->
                        Response.ok(new CaseJson(readingRoom::header).of(view)).build())
                .orElseGet(() -> Problem.notFound("case"));
    }

    /** Claims the case or renews the caller's claim; {@code {"takeOverReason": "…"}} takes it from another reader. */
    @PUT
    @Path("/claim")
    public Response claim(@PathParam("studyInstanceUid") String studyInstanceUid, JsonObject body) {
        String reason = body == null ? "" : body.getString("takeOverReason", "").strip();
        return response(
                reason.isEmpty() ? claiming.claim(studyInstanceUid) : claiming.takeOver(studyInstanceUid, reason));
    }

    @DELETE
    @Path("/claim")
    public void release(@PathParam("studyInstanceUid") String studyInstanceUid) {
        claiming.release(studyInstanceUid);
    }

    @PUT
    @Path("/urgency")
    public void markUrgent(@PathParam("studyInstanceUid") String studyInstanceUid, JsonObject body) {
        claiming.markUrgent(studyInstanceUid, body.getBoolean("urgent", true), body.getString("reason", ""));
    }

    private static Response response(ClaimOutcome outcome) {
        if (outcome instanceof ClaimOutcome.Held held) {
            return Response.ok(JsonViews.claim(held.claim())).build();
        }
        if (outcome instanceof ClaimOutcome.NotYourTurn turn) {
            return Refusals.notYourTurn(turn.why());
        }
        return outcome instanceof ClaimOutcome.HeldByAnother other
                ? Problem.of(Response.Status.CONFLICT, "claimed by another reader", JsonViews.claim(other.claim()))
                : Problem.notFound("case");
    }
}
