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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.mammoflow.review.Arbitration;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.PolicyOutcome;
import org.mammoflow.review.ReadingMode;
import org.mammoflow.review.ReadingPolicies;
import org.mammoflow.review.ReadingPolicy;
import org.mammoflow.review.Vocabulary;
import org.mammoflow.review.VocabularyOutcome;

/** How an administrator changes the way the site reads. */
@Path("/admin/reading")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReadingAdministrationResource {

    @Inject
    ReadingPolicies policies;

    @Inject
    Vocabulary vocabulary;

    @GET
    @Path("/policy")
    public Response policy() {
        ReadingPolicy now = policies.current();
        return Response.ok(ReadingJson.policy(now)).tag(IfMatch.tag(now.seen())).build();
    }

    /** What is left out of the body stays as it is. */
    @PUT
    @Path("/policy")
    public Response change(@Context HttpHeaders headers, JsonObject body) {
        ReadingPolicy now = policies.current();
        ReadingPolicy next = new ReadingPolicy(
                QueryText.oneOf("mode", body.getString("mode", ""), ReadingMode.class)
                        .orElse(now.mode()),
                body.getInt("readings", now.readings()),
                QueryText.oneOf("arbitration", body.getString("arbitration", ""), Arbitration.class)
                        .orElse(now.arbitration()),
                Duration.ofSeconds(
                        body.getInt("finalAfterSeconds", (int) now.finalAfter().toSeconds())));
        return policies.change(next, IfMatch.seen(headers)) instanceof PolicyOutcome.Changed
                ? Response.noContent().build()
                : IfMatch.failed("another administrator has changed how the site reads");
    }

    @PUT
    @Path("/reasons/{reason}")
    public void enterReason(@PathParam("reason") String reason) {
        vocabulary.enterReason(reason);
    }

    @DELETE
    @Path("/reasons/{reason}")
    public void removeReason(@PathParam("reason") String reason) {
        vocabulary.removeReason(reason);
    }

    @PUT
    @Path("/categories/{code}")
    public Response enterCategory(@PathParam("code") String code, JsonObject body) {
        return response(vocabulary.enterCategory(new AssessmentCategory(code, body.getString("words", ""))));
    }

    @GET
    @Path("/categories/{code}")
    public Response category(@PathParam("code") String code) {
        return vocabulary
                .category(code)
                .map(found -> Response.ok(ReadingJson.category(found))
                        .tag(IfMatch.tag(found.seen()))
                        .build())
                .orElseGet(() -> Problem.notFound("category"));
    }

    @DELETE
    @Path("/categories/{code}")
    public Response removeCategory(@PathParam("code") String code, @Context HttpHeaders headers) {
        return response(vocabulary.removeCategory(code, IfMatch.seen(headers)));
    }

    private static Response response(VocabularyOutcome outcome) {
        if (outcome instanceof VocabularyOutcome.Taken taken) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "the code has other words: remove it first",
                    ReadingJson.category(taken.standing()));
        }
        if (outcome instanceof VocabularyOutcome.Stated stated) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "studies were assessed with this code in other words: take another code",
                    ReadingJson.category(stated.before()));
        }
        return outcome instanceof VocabularyOutcome.Done
                ? Response.noContent().build()
                : IfMatch.failed("the category has other words than were seen");
    }
}
