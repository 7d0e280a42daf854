package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.mammoflow.outcome.ImportOutcome;
import org.mammoflow.outcome.ImportedFile;
import org.mammoflow.outcome.LineFault;
import org.mammoflow.outcome.OutcomeImporting;

/** What became of examinations, as CSV files that come in whole or not at all. */
@Path("/outcomes")
@Produces(MediaType.APPLICATION_JSON)
public class OutcomesResource {

    // RFC 9110, 15.5.21: jakarta.ws.rs has no constant for it.
    private static final int UNPROCESSABLE_CONTENT = 422;

    @Inject
    OutcomeImporting importing;

    /** The files that were taken in last. */
    @GET
    public JsonArray files() {
        return JsonViews.array(importing.files(), OutcomesResource::file);
    }

    @POST
    @Consumes("text/csv")
    public Response importFile(InputStream content) throws IOException {
        ImportOutcome outcome = importing.importFrom(content);
        if (outcome instanceof ImportOutcome.Imported imported) {
            return Response.status(Response.Status.CREATED)
                    .entity(file(imported.file()))
                    .build();
        }
        if (outcome instanceof ImportOutcome.AlreadyImported already) {
            return Response.ok(file(already.file())).build();
        }
        return outcome instanceof ImportOutcome.Refused refused
                ? refused(refused)
                : Problem.of(
                        Response.Status.REQUEST_ENTITY_TOO_LARGE,
                        "a file of outcomes has at most " + OutcomeImporting.MOST_BYTES + " bytes: split it");
    }

    private static Response refused(ImportOutcome.Refused refused) {
        return Problem.of(
                new Unprocessable(),
                "nothing was imported",
                JsonBuilders.object()
                        .add("faultCount", refused.all())
                        .add("faults", JsonViews.array(refused.faults(), OutcomesResource::fault))
                        .build());
    }

    private static JsonObject fault(LineFault fault) {
        return JsonBuilders.object()
                .add("line", fault.line())
                .add("column", fault.column())
                .add("kind", fault.kind().name())
                .add("detail", fault.words())
                .build();
    }

    private static JsonObject file(ImportedFile file) {
        return JsonBuilders.object()
                .add("id", file.id())
                .add("sha256", file.sha256())
                .add("stated", file.stated())
                .add("added", file.added())
                .add("changed", file.changed())
                .add("known", file.known())
                .add("importedBy", file.importedBy())
                .add("importedAt", file.importedAt().toString())
                .build();
    }

    private static final class Unprocessable implements Response.StatusType {

        @Override
        public int getStatusCode() {
            return UNPROCESSABLE_CONTENT;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    }
}
