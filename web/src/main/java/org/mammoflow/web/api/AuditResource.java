package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.mammoflow.audit.AuditEntry;
import org.mammoflow.audit.AuditReading;
import org.mammoflow.audit.ChainVerdict;

/** The audit trail: its rows and the proof that none was touched. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int PAGE = 100;

    @Inject
    AuditReading reading;

    @GET
    @Path("/verify")
    public JsonObject verify() {
        ChainVerdict verdict = reading.verify();
        if (verdict instanceof ChainVerdict.Broken broken) {
            return Json.createObjectBuilder()
                    .add("intact", false)
                    .add("row", broken.seq())
                    .add("reason", broken.reason())
                    .build();
        }
        ChainVerdict.Intact intact = (ChainVerdict.Intact) verdict;
        return Json.createObjectBuilder()
                .add("intact", true)
                .add("rows", intact.rows())
                .add("head", intact.headHash())
                .build();
    }

    @GET
    @Path("/rows")
    public JsonArray rows(@QueryParam("page") @DefaultValue("0") int page) {
        return JsonViews.array(reading.latest(QueryText.page(page) * PAGE, PAGE), AuditResource::row);
    }

    private static JsonObject row(AuditEntry entry) {
        return Json.createObjectBuilder()
                .add("seq", entry.seq())
                .add("recordedAt", entry.recordedAt().toString())
                .add("actor", entry.actor())
                .add("role", entry.actorRole())
                .add("action", entry.action())
                .add("objectType", entry.objectType())
                .add("objectId", entry.objectId())
                .add("detail", entry.detail())
                .add("source", entry.source())
                .add("requestId", entry.requestId())
                .add("previousHash", entry.previousHash())
                .add("hash", entry.hash())
                .build();
    }
}
