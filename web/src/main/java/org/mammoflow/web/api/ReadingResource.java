package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mammoflow.review.CaseSeen;
import org.mammoflow.review.PixelMark;
import org.mammoflow.review.Signing;
import org.mammoflow.review.SigningOutcome;
import org.mammoflow.review.StatementOutcome;
import org.mammoflow.review.Stating;
import org.mammoflow.review.Unseen;

/** What a reader states about a whole study, and the signature that ends the reading. */
@Path("/studies/{studyInstanceUid}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReadingResource {

    @Inject
    Stating stating;

    @Inject
    Signing signing;

    @PathParam("studyInstanceUid")
    String study;

    @Context
    HttpHeaders headers;

    @PUT
    @Path("/assessment")
    public Response assess(JsonObject body) {
        return response(stating.assess(study, body.getString("category", ""), body.getString("comment", ""), seen()));
    }

    @POST
    @Path("/missed-findings")
    public Response missed(JsonObject body) {
        PixelMark mark = new PixelMark(body.getInt("column", -1), body.getInt("row", -1));
        return response(stating.missed(
                study, body.getString("sopInstanceUid", ""), mark, body.getString("comment", ""), seen()));
    }

    @POST
    @Path("/technical-recalls")
    public Response recall(JsonObject body) {
        return response(stating.recallTechnically(
                study,
                body.getString("sopInstanceUid", ""),
                body.getString("reason", ""),
                body.getString("comment", ""),
                seen()));
    }

    /** Takes a statement back; it stays on record. */
    @DELETE
    @Path("/statements/{id}")
    public Response withdraw(@PathParam("id") long entryId) {
        return response(stating.withdraw(study, entryId));
    }

    /** Signs the reading as it was seen; the password is the signature. */
    @POST
    @Path("/signature")
    public Response sign(JsonObject body) {
        return IfMatch.caseSeen(headers)
                .map(seen -> response(signing.sign(study, password(body), seen)))
                .orElseGet(() -> Problem.of(
                        Response.Status.PRECONDITION_REQUIRED,
                        "one signs what one saw: send the entity tag of the case as If-Match"));
    }

    @DELETE
    @Path("/signature")
    public Response takeBack() {
        return response(signing.takeBack(study, seen()));
    }

    @POST
    @Path("/addenda")
    public Response add(JsonObject body) {
        return response(signing.add(study, body.getString("text", ""), password(body), seen()));
    }

    private CaseSeen seen() {
        return IfMatch.caseSeen(headers).orElse(CaseSeen.ANYTHING);
    }

    private static char[] password(JsonObject body) {
        return body.getString("password", "").toCharArray();
    }

    private static Response response(StatementOutcome outcome) {
        if (outcome instanceof StatementOutcome.Recorded recorded) {
            return Response.status(Response.Status.CREATED)
                    .entity(ReadingJson.entry(recorded.entry()))
                    .build();
        }
        if (outcome instanceof StatementOutcome.ChangedMeanwhile) {
            return IfMatch.failed("something else stands about this than was seen");
        }
        if (outcome instanceof StatementOutcome.TakenBack) {
            return Problem.of(Response.Status.CONFLICT, "it was taken back before: get what the case shows now");
        }
        return outcome instanceof StatementOutcome.Refused refused
                ? Refusals.response(refused.refusal())
                : Problem.notFound("image or statement in this case");
    }

    private static Response response(SigningOutcome outcome) {
        if (outcome instanceof SigningOutcome.Signed signed) {
            JsonObject entry = JsonBuilders.object(ReadingJson.entry(signed.signature()))
                    .add("state", signed.next().name())
                    .build();
            return Response.status(Response.Status.CREATED).entity(entry).build();
        }
        if (outcome instanceof SigningOutcome.Incomplete missing) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "the reading is not complete",
                    JsonBuilders.object()
                            .add("openFindings", missing.openFindings())
                            .add("assessmentMissing", missing.assessmentMissing())
                            .build());
        }
        if (outcome instanceof SigningOutcome.Refused refused) {
            return Refusals.response(refused.refusal());
        }
        if (outcome instanceof SigningOutcome.NotAsSeen other) {
            return notAsSeen(other.unseen());
        }
        if (outcome instanceof SigningOutcome.WrongPassword) {
            return Problem.of(Response.Status.FORBIDDEN, "a signature needs your password");
        }
        return Problem.of(
                Response.Status.CONFLICT,
                outcome instanceof SigningOutcome.TooLate
                        ? "final, or the next reader has begun: only a signed addendum can follow"
                        : "nothing of yours is signed here");
    }

    private static Response notAsSeen(Unseen unseen) {
        return Problem.of(
                Response.Status.PRECONDITION_FAILED,
                "not signed: the case is not what was seen; get its present state and decide anew",
                JsonBuilders.object()
                        .add("newImages", unseen.images())
                        .add("newFindings", unseen.findings())
                        .add("newWithoutOpinion", unseen.withoutOpinion())
                        .add("statementsChanged", unseen.statements())
                        .build());
    }
}
