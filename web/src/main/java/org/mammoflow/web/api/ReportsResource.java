package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.mammoflow.report.FindingsReport;
import org.mammoflow.report.ReportFile;
import org.mammoflow.report.ReportFilter;
import org.mammoflow.report.ReportFormat;
import org.mammoflow.report.ReportVerdict;

/** The auditor's report: counts as JSON, rows as files. */
@Path("/reports")
public class ReportsResource {

    @Inject
    FindingsReport report;

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

        ReportFilter filter() {
            return new ReportFilter(
                    QueryText.day("from", from),
                    QueryText.day("to", to),
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
    @Path("/findings.csv")
    public Response csv(@BeanParam Query query) {
        return download(report.export(query.filter(), ReportFormat.CSV));
    }

    @GET
    @Path("/findings.pdf")
    public Response pdf(@BeanParam Query query) {
        return download(report.export(query.filter(), ReportFormat.PDF));
    }

    private static Response download(ReportFile file) {
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
