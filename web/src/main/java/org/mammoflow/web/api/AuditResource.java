package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditExporting;
import org.mammoflow.audit.AuditReading;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.chain.ChainVerdict;
import org.mammoflow.chain.SignedHead;
import org.mammoflow.platform.Period;
import org.mammoflow.report.AccessLine;
import org.mammoflow.report.AccessReport;
import org.mammoflow.report.PatientAccess;
import org.mammoflow.report.TrailFilter;
import org.mammoflow.report.TrailSearch;

/** The audit trail: its rows and the proof that none was touched. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int PAGE = 100;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Inject
    AuditReading reading;

    @Inject
    AuditExporting exporting;

    @Inject
    PatientAccess access;

    @Inject
    TrailSearch search;

    @GET
    @Path("/verify")
    public JsonObject verify() {
        ChainVerdict verdict = reading.verify();
        if (verdict instanceof ChainVerdict.Broken broken) {
            return JsonBuilders.object()
                    .add("intact", false)
                    .add("row", broken.seq())
                    .add("reason", broken.reason())
                    .build();
        }
        ChainVerdict.Intact intact = (ChainVerdict.Intact) verdict;
        JsonObjectBuilder json = JsonBuilders.object()
                .add("intact", true)
                .add("rows", intact.rows())
                .add("head", intact.headHash());
        intact.signed().ifPresent(head -> json.add("signed", signed(head)));
        return json.build();
    }

    /** Who dealt with what of one patient, newest first; posted, because the identifier must stand in no address. */
    @POST
    @Path("/accesses")
    public Response accesses(JsonObject body) {
        AccessReport report = access.of(body.getString("patientId", ""), body.getString("issuer", ""));
        return Response.ok(JsonViews.array(report.lines(), AuditResource::access))
                .header("X-Total-Rows", report.total())
                .build();
    }

    /** All of them as a file; posted as well. */
    @POST
    @Path("/accesses.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("text/csv;charset=UTF-8")
    public Response accessFile(
            @FormParam("patientId") @DefaultValue("") String patientId,
            @FormParam("issuer") @DefaultValue("") String issuer) {
        return Response.ok(access.csv(patientId, issuer))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mammoflow-accesses.csv\"")
                .build();
    }

    /** Every row with the signed heads, as JSON Lines; {@code ./mammoflow verify} proves the file. */
    @GET
    @Path("/export")
    @Produces("application/x-ndjson")
    public Response export() {
        SignedHead end = exporting.begin();
        StreamingOutput body = target -> exporting.write(end, target);
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"mammoflow-audit-" + STAMP.format(end.signedAt()) + ".jsonl\"")
                .header("X-Audit-Rows", end.seq())
                .build();
    }

    /** The public half of the key that heads are signed with, as PEM. */
    @GET
    @Path("/key")
    @Produces("application/x-pem-file")
    public Response key() {
        return Response.ok(reading.key().pem())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mammoflow-audit-key.pem\"")
                .header("X-Key-Fingerprint", reading.key().fingerprint())
                .build();
    }

    @GET
    @Path("/rows")
    public JsonArray rows(@QueryParam("page") @DefaultValue("0") int page) {
        return JsonViews.array(reading.latest(QueryText.page(page) * PAGE, PAGE), AuditResource::row);
    }

    /** Some of the rows as CSV, newest first; for auditors. The proof of the whole is the export. */
    @GET
    @Path("/rows.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response rowsFile(
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("object") String object,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        Period period = QueryText.period(from, to);
        TrailFilter filter = new TrailFilter(
                QueryText.text(actor),
                QueryText.oneOf("action", action, AuditAction.class),
                QueryText.text(object),
                period.from(),
                period.to());
        search.begin(filter);
        StreamingOutput body = target -> search.write(filter, target);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mammoflow-audit-rows.csv\"")
                .build();
    }

    private static JsonObject access(AccessLine line) {
        return JsonBuilders.object()
                .add("seq", line.seq())
                .add("at", line.at().toString())
                .add("actor", line.actor())
                .add("role", line.role())
                .add("action", line.action())
                .add("objectType", line.objectType())
                .add("objectId", line.objectId())
                .add("why", line.why())
                .add("source", line.source())
                .build();
    }

    private static JsonObject signed(SignedHead head) {
        return JsonBuilders.object()
                .add("seq", head.seq())
                .add("hash", head.hash())
                .add("signedAt", head.signedAt().toString())
                .add("occasion", head.occasion())
                .add("fingerprint", head.fingerprint())
                .add("signature", head.signature())
                .build();
    }

    private static JsonObject row(AuditEntry entry) {
        return JsonBuilders.object()
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
                .add("beforeDigest", entry.beforeDigest())
                .add("afterDigest", entry.afterDigest())
                .add("previousHash", entry.previousHash())
                .add("hash", entry.hash())
                .build();
    }
}
