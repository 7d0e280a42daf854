package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.mammoflow.platform.Period;
import org.mammoflow.report.ExportOrder;
import org.mammoflow.report.FindingsReport;
import org.mammoflow.report.NothingLost;
import org.mammoflow.report.ReportExporting;
import org.mammoflow.report.ReportFile;
import org.mammoflow.report.ReportFilter;
import org.mammoflow.report.ReportFormat;
import org.mammoflow.report.ReportStatistics;
import org.mammoflow.report.ReportVerdict;

/** The auditor's report: counts as JSON, rows as files. */
@Path("/reports")
public class ReportsResource {

    private static final int PAGE = 100;

    @Inject
    FindingsReport report;

    @Inject
    ReportStatistics statistics;

    @Inject
    ReportExporting exporting;

    @Inject
    NothingLost ledger;

    /** The filter as query parameters. */
    public static final class Query {

        @QueryParam("from")
        String from;

        @QueryParam("to")
        String to;

        @QueryParam("studyInstanceUid")
        String studyInstanceUid;

        @QueryParam("modality")
        String modality;

        @QueryParam("network")
        String network;

        @QueryParam("verdict")
        String verdict;

        @QueryParam("deidentified")
        boolean deidentified;

        ReportFilter filter() {
            Period period = QueryText.period(from, to);
            return new ReportFilter(
                    period.from(),
                    period.to(),
                    QueryText.text(studyInstanceUid),
                    QueryText.text(modality),
                    QueryText.text(network),
                    QueryText.oneOf("verdict", verdict, ReportVerdict.class));
        }
    }

    @GET
    @Path("/findings")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject counts(@BeanParam Query query) {
        return JsonViews.counts(report.counts(query.filter()));
    }

    @GET
    @Path("/statistics")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject statistics(@BeanParam Query query) {
        return StatisticsJson.of(statistics.of(query.filter()));
    }

    /** What became of everything that was received, the latest day first, 100 lines a page. */
    @GET
    @Path("/ledger")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonArray ledger(@QueryParam("page") @DefaultValue("0") int page) {
        return JsonViews.array(ledger.lines(QueryText.page(page) * PAGE, PAGE), StatisticsJson::ledger);
    }

    @GET
    @Path("/findings.csv")
    public Response csv(@BeanParam Query query) {
        return download(query, ReportFormat.CSV);
    }

    @GET
    @Path("/findings.xlsx")
    public Response xlsx(@BeanParam Query query) {
        return download(query, ReportFormat.XLSX);
    }

    @GET
    @Path("/findings.pdf")
    public Response pdf(@BeanParam Query query) {
        return download(query, ReportFormat.PDF);
    }

    /** A FHIR R4 bundle. */
    @GET
    @Path("/findings.fhir")
    public Response fhir(@BeanParam Query query) {
        return download(query, ReportFormat.FHIR);
    }

    private Response download(Query query, ReportFormat format) {
        return download(exporting.export(new ExportOrder(query.filter(), format, query.deidentified)));
    }

    static Response download(ReportFile file) {
        StreamingOutput body = target -> {
            try (InputStream content = file.open()) {
                content.transferTo(target);
            }
        };
        return Response.ok(body, file.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header("X-Report-Rows", file.seal().rows())
                .header("X-Report-SHA256", file.seal().sha256())
                .build();
    }
}
