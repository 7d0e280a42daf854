package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.platform.Period;
import org.mammoflow.report.RereadCase;
import org.mammoflow.report.RereadReport;
import org.mammoflow.report.RereadResult;
import org.mammoflow.review.RereadOrder;
import org.mammoflow.review.RereadOutcome;
import org.mammoflow.review.RereadSample;
import org.mammoflow.review.Rereading;

/** Samples of agreed negatives for another reader. */
@Path("/rereads")
@Produces(MediaType.APPLICATION_JSON)
public class RereadsResource {

    @Inject
    Rereading rereading;

    @Inject
    RereadReport report;

    @GET
    public JsonArray samples() {
        Map<Long, RereadResult> results =
                report.results().stream().collect(Collectors.toMap(RereadResult::sampleId, Function.identity()));
        return JsonViews.array(
                rereading.samples(),
                sample -> sample(sample)
                        .add("result", StatisticsJson.reread(results.get(sample.id())))
                        .build());
    }

    @GET
    @Path("/{id}/cases")
    public JsonArray cases(@PathParam("id") long id) {
        return JsonViews.array(report.cases(id), RereadsResource::rereadCase);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response draw(JsonObject body) {
        RereadOutcome outcome = rereading.draw(order(QueryText.body(body)));
        if (outcome instanceof RereadOutcome.Drawn drawn) {
            return Response.status(Response.Status.CREATED)
                    .entity(sample(drawn.sample()).build())
                    .build();
        }
        return outcome instanceof RereadOutcome.UnknownCategory unknown
                ? Problem.of(Response.Status.BAD_REQUEST, unknown.code() + " is no category of this site")
                : Problem.of(Response.Status.CONFLICT, "no agreed negative is left to draw");
    }

    private static RereadOrder order(JsonObject body) {
        if (!body.containsKey("seed") || !body.containsKey("recallCategories")) {
            throw new IllegalArgumentException("seed and recallCategories are needed");
        }
        List<String> recall = body.getJsonArray("recallCategories").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
        Period period = QueryText.period(body.getString("from", ""), body.getString("to", ""));
        return new RereadOrder(
                body.getJsonNumber("seed").longValueExact(),
                body.getInt("size", 0),
                period.from(),
                period.to(),
                recall);
    }

    private static JsonObjectBuilder sample(RereadSample sample) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", sample.id())
                .add("seed", sample.seed())
                .add("wanted", sample.wanted())
                .add("recallCategories", JsonBuilders.array(sample.recallCategories()))
                .add("population", sample.population())
                .add("populationSha256", sample.populationDigest())
                .add("drawn", sample.drawn())
                .add("drawnBy", sample.drawnBy())
                .add("drawnAt", sample.drawnAt().toString());
        sample.from().ifPresent(day -> json.add("from", day.toString()));
        sample.to().ifPresent(day -> json.add("to", day.toString()));
        return json;
    }

    private static JsonObject rereadCase(RereadCase one) {
        return JsonBuilders.object()
                .add("place", one.place())
                .add("studyInstanceUid", one.studyInstanceUid())
                .add("reader", one.reader())
                .add("assessment", one.assessment())
                .add("recalled", one.recalled())
                .add("outcome", one.outcome())
                .build();
    }
}
