package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.ClaimOutcome;
import org.mammoflow.review.Claiming;
import org.mammoflow.review.ReadingRoom;
import org.mammoflow.web.look.Looking;

/** A study as a case to be read. */
@Path("/studies/{studyInstanceUid}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StudiesResource {

    @Inject
    ReadingRoom readingRoom;

    @Inject
    Looking looking;

    @Inject
    CaseImages images;

    @Inject
    Claiming claiming;

    @GET
    @Path("/case")
    public Response open(@PathParam("studyInstanceUid") String studyInstanceUid, @Context HttpHeaders headers) {
        boolean ahead = Prefetching.asks(headers);
        Optional<CaseView> found = ahead ? looking.ahead(studyInstanceUid) : looking.look(studyInstanceUid);
        Optional<CaseView> prior = readingRoom
                .prior(studyInstanceUid)
                .flatMap(before -> ahead ? looking.ahead(before) : looking.prior(before, studyInstanceUid));
        return found.map(view -> Response.ok(new CaseJson(images, SpokenLanguage.of(headers)).of(view, prior))
                        .tag(IfMatch.tag(view.seen()))
                        .build())
                .orElseGet(() -> Problem.notFound("case"));
    }

    /** Tells that a prefetched case is on show. */
    @POST
    @Path("/views")
    public void shown(@PathParam("studyInstanceUid") String studyInstanceUid) {
        looking.shown(studyInstanceUid);
    }

    /** Claims the case or renews the caller's claim; {@code {"takeOverReason": "…"}} takes it from another reader. */
    @PUT
    @Path("/claim")
    public Response claim(@PathParam("studyInstanceUid") String studyInstanceUid, JsonObject body) {
        boolean takesOver = body != null && body.containsKey("takeOverReason");
        return response(
                takesOver
                        ? claiming.takeOver(studyInstanceUid, body.getString("takeOverReason", ""))
                        : claiming.claim(studyInstanceUid));
    }

    @DELETE
    @Path("/claim")
    public void release(@PathParam("studyInstanceUid") String studyInstanceUid) {
        claiming.release(studyInstanceUid);
    }

    @PUT
    @Path("/urgency")
    public void markUrgent(@PathParam("studyInstanceUid") String studyInstanceUid, JsonObject body) {
        JsonObject given = QueryText.body(body);
        claiming.markUrgent(studyInstanceUid, QueryText.flag(given, "urgent", true), given.getString("reason", ""));
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
