package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mammoflow.finding.Saliency;
import org.mammoflow.inference.Replaying;
import org.mammoflow.platform.Period;
import org.mammoflow.report.FindingsReport;
import org.mammoflow.report.ReportFilter;
import org.mammoflow.report.ReportRow;
import org.mammoflow.review.CaseSeen;
import org.mammoflow.review.Opinion;
import org.mammoflow.review.ReadingRoom;
import org.mammoflow.review.ReviewOutcome;
import org.mammoflow.review.Reviewing;
import org.mammoflow.review.Verdict;

/** Findings, their heat maps and reviews. */
@Path("/findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FindingsResource {

    private static final int PAGE = 100;

    @Inject
    FindingsReport report;

    @Inject
    Reviewing reviewing;

    @Inject
    ReadingRoom readingRoom;

    @Inject
    Replaying replaying;

    @GET
    public JsonObject find(
            @QueryParam("studyInstanceUid") String studyInstanceUid,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("page") @DefaultValue("0") int page) {
        Period period = QueryText.period(from, to);
        ReportFilter filter = new ReportFilter(
                period.from(),
                period.to(),
                QueryText.text(studyInstanceUid),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<ReportRow> rows = report.page(filter, QueryText.page(page) * PAGE, PAGE);
        return JsonBuilders.object()
                .add("page", page)
                .add("pageSize", PAGE)
                .add("findings", JsonViews.array(rows, JsonViews::row))
                .build();
    }

    @GET
    @Path("/{id}/heatmap")
    public Response heatMap(@PathParam("id") long findingId) {
        return readingRoom
                .showHeatMap(findingId)
                .map(map -> Response.ok(heatMap(map)).build())
                .orElseGet(() -> Problem.notFound("finding"));
    }

    @POST
    @Path("/{id}/reviews")
    public Response review(@PathParam("id") long findingId, JsonObject body) {
        return response(reviewing.review(findingId, opinion(QueryText.body(body))));
    }

    /** Takes the decision back, until the reading is signed; it stays on record. */
    @DELETE
    @Path("/{id}/reviews")
    public Response undo(@PathParam("id") long findingId, @Context HttpHeaders headers) {
        return response(reviewing.undo(findingId, seen(headers)));
    }

    /** Changes a decision by a new, signed revision; the password is the signature. */
    @POST
    @Path("/{id}/review-changes")
    public Response change(@PathParam("id") long findingId, @Context HttpHeaders headers, JsonObject body) {
        JsonObject given = QueryText.body(body);
        String password = given.getString("password", "");
        return response(reviewing.change(findingId, opinion(given), password.toCharArray(), seen(headers)));
    }

    /** Proof of inference: judges the stored object again and compares; the result is recorded. */
    @POST
    @Path("/{id}/replays")
    public Response replay(@PathParam("id") long findingId) {
        return replaying
                .replay(findingId)
                .map(replay -> Response.status(Response.Status.CREATED)
                        .entity(JsonViews.replay(replay))
                        .build())
                .orElseGet(() -> Problem.notFound("finding"));
    }

    private static CaseSeen seen(HttpHeaders headers) {
        return IfMatch.caseSeen(headers).orElse(CaseSeen.ANYTHING);
    }

    private static Opinion opinion(JsonObject body) {
        Verdict verdict = QueryText.oneOf("verdict", body.getString("verdict", ""), Verdict.class)
                .orElseThrow(() -> new IllegalArgumentException("verdict must be CONFIRMED, REJECTED or UNCERTAIN"));
        return new Opinion(verdict, body.getString("reason", ""), body.getString("comment", ""));
    }

    private static Response response(ReviewOutcome outcome) {
        if (outcome instanceof ReviewOutcome.Recorded recorded) {
            return Response.status(Response.Status.CREATED)
                    .entity(JsonViews.review(recorded.review()))
                    .build();
        }
        if (outcome instanceof ReviewOutcome.AlreadyReviewed first) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "already reviewed",
                    JsonBuilders.object()
                            .add("review", JsonViews.review(first.first()))
                            .build());
        }
        if (outcome instanceof ReviewOutcome.ChangedMeanwhile) {
            return IfMatch.failed("another decision stands than the one that was seen");
        }
        if (outcome instanceof ReviewOutcome.Withdrawn withdrawn) {
            return Response.ok(JsonViews.review(withdrawn.withdrawal())).build();
        }
        if (outcome instanceof ReviewOutcome.Refused refused) {
            return Refusals.response(refused.refusal());
        }
        if (outcome instanceof ReviewOutcome.WrongPassword) {
            return Problem.of(Response.Status.FORBIDDEN, "a change needs your password");
        }
        return outcome instanceof ReviewOutcome.NothingToChange
                ? Problem.of(Response.Status.CONFLICT, "not reviewed yet: there is nothing to change")
                : Problem.notFound("finding");
    }

    private static JsonObject heatMap(Saliency map) {
        return JsonBuilders.object()
                .add("rows", map.rows())
                .add("columns", map.columns())
                .add("cells", Base64.getEncoder().encodeToString(map.cells()))
                .build();
    }
}
