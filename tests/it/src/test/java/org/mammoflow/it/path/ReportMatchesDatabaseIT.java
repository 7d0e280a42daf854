package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** What the auditor holds in hand is what the database says, row by row and number by number. */
class ReportMatchesDatabaseIT {

    @Test
    void the_exported_rows_counts_and_digest_are_those_of_the_database() throws Exception {
        try (MammoflowServer server = MammoflowServer.with().name("report").start()) {
            List<Mammogram> mammograms = Mammograms.study();
            new Sender(server).storescu(mammograms);
            Answers answers = new Answers(server);
            answers.ended(mammograms);
            review(server, answers.findingOf(mammograms.get(0)), "CONFIRMED", "OTHER", "=HYPERLINK(1)");
            review(server, answers.findingOf(mammograms.get(1)), "REJECTED", "TECHNICAL_QUALITY", "wire, \"marker\"");
            String csv =
                    server.as("auditor").get("/api/v1/reports/findings.csv").body();
            HttpResponse<String> confirmed = server.as("auditor").get("/api/v1/reports/findings.csv?verdict=CONFIRMED");
            JsonObject counts = Answers.json(server.as("auditor").get("/api/v1/reports/findings"));
            ForeignReaders files = ForeignReaders.of(server.as("auditor"));
            server.stop();

            assertSameRows(csv, server);
            files.assertSameAs(DatabaseRows.rows(server, ForeignReaders.SQL));
            assertThat(confirmed.headers().firstValue("X-Report-Rows")).hasValue("1");
            assertThat(total(counts, "confirmed")).isEqualTo(1);
            assertThat(total(counts, "rejected")).isEqualTo(1);
            assertThat(total(counts, "open")).isEqualTo(2);
            assertThat(DatabaseRows.rows(
                            server, "select detail from audit_row where action = 'REPORT_EXPORTED' order by seq"))
                    .hasSize(6)
                    .first()
                    .satisfies(row -> assertThat(row.get(0)).contains("rows=4", "filter=all findings"));
        }
    }

    private static void review(MammoflowServer server, long finding, String verdict, String reason, String comment) {
        JsonObject body = new JsonObject();
        body.addProperty("verdict", verdict);
        body.addProperty("reason", reason);
        body.addProperty("comment", comment);
        assertThat(server.as("radiologist")
                        .postJson("/api/v1/findings/" + finding + "/reviews", body.toString())
                        .statusCode())
                .isEqualTo(201);
    }

    private static void assertSameRows(String csv, MammoflowServer server) throws Exception {
        String proven = csv.substring(0, csv.indexOf("# "));
        assertThat(csv).contains("# sha256: " + sha256(proven)).contains("# rows: 4");
        List<List<String>> expected = DatabaseRows.rows(server, """
                select f.id, i.sop_instance_uid, f.band, f.network_digest, coalesce(r.verdict, 'OPEN'), r.reader,
                  case when r.comment_text like '=%' then '''' || r.comment_text else r.comment_text end
                from finding f join stored_instance i on i.id = f.instance_id left join review r on r.finding_id = f.id
                order by f.id""");
        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(proven))
                .getRecords();
        assertThat(records).hasSize(4);
        assertThat(records.stream()
                        .map(row -> List.of(
                                row.get("finding_id"),
                                row.get("sop_instance_uid"),
                                row.get("band"),
                                row.get("network_sha256"),
                                row.get("verdict"),
                                row.get("reader"),
                                row.get("comment")))
                        .toList())
                .isEqualTo(expected);
    }

    private static int total(JsonObject counts, String verdict) {
        return counts.getAsJsonObject("aiPositive").get(verdict).getAsInt()
                + counts.getAsJsonObject("aiNegative").get(verdict).getAsInt();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
