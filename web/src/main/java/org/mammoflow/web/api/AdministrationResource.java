package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
import org.mammoflow.commitment.CommitmentOverview;
import org.mammoflow.inference.Jobs;
import org.mammoflow.instance.Conflicts;
import org.mammoflow.intake.Modalities;
import org.mammoflow.intake.ModalityAddress;
import org.mammoflow.intake.ModalityOutcome;

/** What an administrator sees and changes at run time. */
@Path("/admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdministrationResource {

    @Inject
    Modalities modalities;

    @Inject
    Jobs jobs;

    @Inject
    Conflicts conflicts;

    @Inject
    CommitmentOverview commitments;

    @GET
    @Path("/modalities")
    public JsonArray modalities() {
        return JsonViews.array(modalities.all(), JsonViews::modality);
    }

    @GET
    @Path("/modalities/{aeTitle}")
    public Response modality(@PathParam("aeTitle") String aeTitle) {
        return modalities
                .one(aeTitle)
                .map(found -> Response.ok(JsonViews.modality(found))
                        .tag(IfMatch.tag(found.seen()))
                        .build())
                .orElseGet(() -> Problem.notFound("modality"));
    }

    @PUT
    @Path("/modalities/{aeTitle}")
    public Response enter(@PathParam("aeTitle") String aeTitle, @Context HttpHeaders headers, JsonObject body) {
        JsonObject given = body == null ? JsonValue.EMPTY_JSON_OBJECT : body;
        return response(modalities.enter(
                aeTitle,
                given.getString("description", ""),
                ModalityAddress.parse(
                        given.getString("host", ""),
                        given.containsKey("port") ? given.get("port").toString() : ""),
                IfMatch.seen(headers)));
    }

    @DELETE
    @Path("/modalities/{aeTitle}")
    public Response remove(@PathParam("aeTitle") String aeTitle, @Context HttpHeaders headers) {
        return response(modalities.remove(aeTitle, IfMatch.seen(headers)));
    }

    private static Response response(ModalityOutcome outcome) {
        if (outcome instanceof ModalityOutcome.LastOne) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "with the last modality removed any caller could send: enter another one first, or start the server with"
                            + " --accept-unknown-callers no");
        }
        return outcome instanceof ModalityOutcome.Entered || outcome instanceof ModalityOutcome.Removed
                ? Response.noContent().build()
                : IfMatch.failed("another administrator has entered, changed or removed the modality");
    }

    @GET
    @Path("/failed-jobs")
    public JsonArray failedJobs() {
        return JsonViews.array(jobs.failed(), JsonViews::job);
    }

    @POST
    @Path("/failed-jobs/{id}/retry")
    public void retry(@PathParam("id") long jobId) {
        jobs.retry(jobId);
    }

    @GET
    @Path("/conflicts")
    public JsonArray conflicts() {
        return JsonViews.array(conflicts.latest(), JsonViews::conflict);
    }

    @GET
    @Path("/commitments")
    public JsonArray commitments() {
        return JsonViews.array(commitments.latest(), JsonViews::commitment);
    }
}
