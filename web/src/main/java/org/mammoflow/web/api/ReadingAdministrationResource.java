package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.mammoflow.review.Arbitration;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.ReadingMode;
import org.mammoflow.review.ReadingPolicies;
import org.mammoflow.review.ReadingPolicy;
import org.mammoflow.review.Vocabulary;

/** How an administrator changes the way the site reads. */
@Path("/admin/reading")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReadingAdministrationResource {

    @Inject
    ReadingPolicies policies;

    @Inject
    Vocabulary vocabulary;

    /** What is left out of the body stays as it is. */
    @PUT
    @Path("/policy")
    public void change(JsonObject body) {
        ReadingPolicy now = policies.current();
        policies.change(new ReadingPolicy(
                QueryText.oneOf("mode", body.getString("mode", ""), ReadingMode.class)
                        .orElse(now.mode()),
                body.getInt("readings", now.readings()),
                QueryText.oneOf("arbitration", body.getString("arbitration", ""), Arbitration.class)
                        .orElse(now.arbitration()),
                Duration.ofSeconds(
                        body.getInt("finalAfterSeconds", (int) now.finalAfter().toSeconds()))));
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
    public void enterCategory(@PathParam("code") String code, JsonObject body) {
        vocabulary.enterCategory(new AssessmentCategory(code, body.getString("words", "")));
    }

    @DELETE
    @Path("/categories/{code}")
    public void removeCategory(@PathParam("code") String code) {
        vocabulary.removeCategory(code);
    }
}
