package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.mammoflow.platform.Period;
import org.mammoflow.review.CaseBand;
import org.mammoflow.review.CaseState;
import org.mammoflow.review.Worklist;
import org.mammoflow.review.WorklistFilter;
import org.mammoflow.review.WorklistPage;

/** The worklist in its order, a page at a time. */
@Path("/worklist")
@Produces(MediaType.APPLICATION_JSON)
public class WorklistResource {

    private static final int PAGE = 50;

    @Inject
    Worklist worklist;

    /** The filter as query parameters. */
    public static final class Query {

        @QueryParam("state")
        String state;

        @QueryParam("band")
        String band;

        @QueryParam("patientId")
        String patientId;

        @QueryParam("issuerOfPatientId")
        String issuerOfPatientId;

        @QueryParam("institutionName")
        String institutionName;

        @QueryParam("accessionNumber")
        String accessionNumber;

        @QueryParam("modality")
        String modality;

        @QueryParam("from")
        String from;

        @QueryParam("to")
        String to;

        @QueryParam("mine")
        boolean mine;

        @QueryParam("unclaimed")
        boolean unclaimed;

        WorklistFilter filter() {
            Period period = QueryText.period(from, to);
            return new WorklistFilter(
                    QueryText.oneOf("state", state, CaseState.class),
                    QueryText.oneOf("band", band, CaseBand.class),
                    QueryText.text(patientId),
                    QueryText.text(issuerOfPatientId),
                    QueryText.text(accessionNumber),
                    QueryText.text(institutionName),
                    QueryText.text(modality),
                    period.from(),
                    period.to(),
                    mine,
                    unclaimed);
        }
    }

    @GET
    public JsonObject page(@BeanParam Query query, @QueryParam("page") @DefaultValue("0") int page) {
        WorklistPage cases = worklist.page(query.filter(), QueryText.page(page) * PAGE, PAGE);
        return JsonBuilders.object()
                .add("page", page)
                .add("pageSize", PAGE)
                .add("total", cases.total())
                .add("cases", JsonViews.array(cases.cases(), JsonViews::summary))
                .build();
    }
}
