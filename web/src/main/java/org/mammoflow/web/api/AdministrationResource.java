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
import jakarta.ws.rs.core.MediaType;
import org.mammoflow.commitment.CommitmentOverview;
import org.mammoflow.inference.Jobs;
import org.mammoflow.instance.Conflicts;
import org.mammoflow.intake.Modalities;
import org.mammoflow.intake.ModalityAddress;

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

    @PUT
    @Path("/modalities/{aeTitle}")
    public void enter(@PathParam("aeTitle") String aeTitle, JsonObject body) {
        JsonObject given = body == null ? JsonValue.EMPTY_JSON_OBJECT : body;
        modalities.enter(
                aeTitle,
                given.getString("description", ""),
                ModalityAddress.parse(
                        given.getString("host", ""),
                        given.containsKey("port") ? given.get("port").toString() : ""));
    }

    @DELETE
    @Path("/modalities/{aeTitle}")
    public void remove(@PathParam("aeTitle") String aeTitle) {
        modalities.remove(aeTitle);
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
