package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.mammoflow.finding.Disagreement;
import org.mammoflow.finding.DisagreementPage;
import org.mammoflow.finding.ShadowReading;
import org.mammoflow.finding.ShadowTally;

/** What shadows have stated; for auditors. */
@Path("/shadow")
@Produces(MediaType.APPLICATION_JSON)
public class ShadowResource {

    private static final int PAGE = 100;

    @Inject
    ShadowReading reading;

    @GET
    @Path("/disagreements")
    public JsonObject disagreements(@QueryParam("page") @DefaultValue("0") int page) {
        DisagreementPage found = reading.disagreements(QueryText.page(page) * PAGE, PAGE);
        return JsonBuilders.object()
                .add("page", page)
                .add("pageSize", PAGE)
                .add("total", found.total())
                .add("disagreements", JsonViews.array(found.rows(), ShadowResource::row))
                .build();
    }

    @GET
    @Path("/tallies")
    public JsonArray tallies() {
        return JsonViews.array(reading.tallies(), ShadowResource::tally);
    }

    private static JsonObject row(Disagreement row) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("kind", row.kind().name())
                .add("sopInstanceUid", row.sopInstanceUid())
                .add("studyInstanceUid", row.studyInstanceUid())
                .add("shadowNetwork", row.shadowNetwork())
                .add("recordedAt", row.recordedAt().toString());
        Optional.ofNullable(row.activeNetwork())
                .ifPresent(network -> json.add("activeNetwork", network)
                        .add("activeMalignancy", row.activeMalignancy())
                        .add("activeBand", row.activeBand()));
        Optional.ofNullable(row.shadowBand())
                .ifPresent(band ->
                        json.add("shadowMalignancy", row.shadowMalignancy()).add("shadowBand", band));
        Optional.ofNullable(row.shadowReason()).ifPresent(reason -> json.add("shadowReason", reason));
        return json.build();
    }

    private static JsonObject tally(ShadowTally tally) {
        return JsonBuilders.object()
                .add("network", tally.network())
                .add("digest", tally.digest())
                .add("seen", tally.seen())
                .add("failed", tally.failed())
                .add("verdicts", tally.verdicts())
                .add("bands", tally.bands())
                .add("silences", tally.silences())
                .build();
    }
}
