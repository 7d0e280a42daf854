package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.mammoflow.report.ExportDesk;
import org.mammoflow.report.ExportOrder;
import org.mammoflow.report.ExportState;
import org.mammoflow.report.ReportFormat;

/** Files of the report that take a while: begun, watched, cancelled, fetched once. */
@Path("/reports/exports")
@Produces(MediaType.APPLICATION_JSON)
public class ExportsResource {

    @Inject
    ExportDesk desk;

    /** Begins a file of the rows that the query's filter chooses. */
    @POST
    public Response begin(@BeanParam ReportsResource.Query query, @QueryParam("format") String format) {
        ReportFormat wanted = QueryText.oneOf("format", format, ReportFormat.class)
                .orElseThrow(() -> new IllegalArgumentException("format is needed"));
        Optional<String> id = desk.begin(new ExportOrder(query.filter(), wanted, query.deidentified));
        return id.map(begun -> Response.accepted(
                                JsonBuilders.object().add("id", begun).build())
                        .build())
                .orElseGet(() -> Problem.of(
                        Response.Status.CONFLICT, "two of your files are being made: wait for one or cancel it"));
    }

    @GET
    @Path("/{id}")
    public Response state(@PathParam("id") String id) {
        return desk.state(id)
                .map(state -> Response.ok(json(state)).build())
                .orElseGet(() -> Problem.notFound("export"));
    }

    @DELETE
    @Path("/{id}")
    public Response cancel(@PathParam("id") String id) {
        return desk.cancel(id) ? Response.noContent().build() : Problem.notFound("export");
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") String id) {
        return desk.take(id).map(ReportsResource::download).orElseGet(() -> Problem.notFound("file that is ready"));
    }

    private static JsonObject json(ExportState state) {
        JsonObjectBuilder json = JsonBuilders.object();
        if (state instanceof ExportState.Running running) {
            json.add("state", "RUNNING").add("rows", running.rows());
            if (running.expected() >= 0) {
                json.add("expected", running.expected());
            }
        } else if (state instanceof ExportState.Ready ready) {
            json.add("state", "READY")
                    .add("name", ready.name())
                    .add("rows", ready.seal().rows())
                    .add("sha256", ready.seal().sha256());
        } else if (state instanceof ExportState.Cancelled cancelled) {
            json.add("state", "CANCELLED").add("rows", cancelled.rows());
        } else {
            json.add("state", "FAILED");
        }
        return json.build();
    }
}
