package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.parts.hospital.Answers.done;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** One agreed negative that turns out to be a cancer: told by the clinic, found again by another reader, in every number. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditorsDeskIT {

    private static final String HEADINGS = "study_instance_uid,outcome,basis,image_laterality,outcome_date\n";
    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
    /** As many as a PDF prints without hurry: it lays out each. */
    private static final int MANY = 15_000;

    private static MammoflowServer server;
    private static List<Mammogram> mammograms;
    private static String uid;
    private static String study;

    @BeforeAll
    static void a_study_is_read_and_signed_negative() {
        ModelsFolder models = new ModelsFolder();
        models.serene("9.3.0");
        server = MammoflowServer.with()
                .name("desk")
                .option("--models", models.path().toString())
                .start();
        mammograms = Mammograms.study();
        uid = mammograms.get(0).studyInstanceUid();
        study = "/api/v1/studies/" + uid;
        new Sender(server).storescu(mammograms);
        Answers answers = new Answers(server);
        answers.ended(mammograms);
        Caller reader = server.as("radiologist");
        done(server.as("radiologist2").putJson(study + "/claim", "{}"));
        done(reader.putJson(study + "/claim", "{\"takeOverReason\":\"shift ends\"}"));
        for (Mammogram mammogram : mammograms) {
            done(reader.postJson(
                    "/api/v1/findings/" + answers.findingOf(mammogram) + "/reviews", "{\"verdict\":\"CONFIRMED\"}"));
        }
        done(server.as("admin").putJson("/api/v1/admin/reading/policy", "{\"finalAfterSeconds\":0}"));
        done(reader.putJson(study + "/assessment", "{\"category\":\"1\"}"));
        done(sign("radiologist"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void outcomes_come_in_whole_or_not_at_all_and_only_from_auditors() {
        Caller auditor = server.as("auditor");
        HttpResponse<String> refused =
                auditor.post("/api/v1/outcomes", "text/csv", HEADINGS + line(uid, "CANCER") + line("1.2.3", "CANCER"));
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonObject fault =
                Answers.problem(refused).getAsJsonArray("faults").get(0).getAsJsonObject();
        assertThat(fault.get("line").getAsInt()).isEqualTo(3);
        assertThat(fault.get("kind").getAsString()).isEqualTo("UNKNOWN_STUDY");
        assertThat(Answers.array(auditor.get("/api/v1/outcomes"))).isEmpty();
        assertThat(truth("network").getAsJsonObject("sensitivity").get("among").getAsInt())
                .isZero();

        String file = HEADINGS + line(uid, "CANCER");
        for (String user : List.of("radiologist", "admin")) {
            assertThat(server.as(user)
                            .post("/api/v1/outcomes", "text/csv", file)
                            .statusCode())
                    .isEqualTo(403);
        }
        JsonObject imported = Answers.json(auditor.post("/api/v1/outcomes", "text/csv", file));
        assertThat(imported.get("added").getAsInt()).isEqualTo(1);
        HttpResponse<String> again = auditor.post("/api/v1/outcomes", "text/csv", file);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Answers.array(auditor.get("/api/v1/outcomes"))).hasSize(1);

        assertThat(truth("network").getAsJsonObject("sensitivity").toString()).contains("\"of\":0,\"among\":1");
        assertThat(truth("readers").getAsJsonObject("sensitivity").toString()).contains("\"of\":0,\"among\":1");
        assertThat(rows("OUTCOMES_REFUSED")).isEqualTo(1);
        assertThat(rows("OUTCOMES_IMPORTED")).isEqualTo(1);
        assertThat(new Answers(server).auditRows("OUTCOME_RECORDED", uid)).isEqualTo(1);
    }

    @Test
    @Order(2)
    void agreed_negatives_are_drawn_of_the_period_that_the_page_names() {
        try (Browser browser = Browser.open(server)) {
            AuditorsPages auditor = new AuditorsPages(browser);
            auditor.open("rereads.xhtml");
            auditor.choosePeriod("2020-01-01", "2020-01-31");
            auditor.chooseFirstRecallCategory();
            auditor.draw(7, 5);
            auditor.shows("status", "No agreed negative");
        }
    }

    @Test
    @Order(3)
    void another_reader_sees_neither_the_earlier_reading_nor_the_network() {
        HttpResponse<String> drawn = server.as("auditor")
                .postJson(
                        "/api/v1/rereads",
                        "{\"seed\":7,\"size\":5,\"recallCategories\":[\"0\",\"4\",\"5\"]," + "\"from\":\"" + TODAY
                                + "\",\"to\":\"" + TODAY + "\"}");
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        assertThat(Answers.json(drawn).get("drawn").getAsInt()).isEqualTo(1);
        assertThat(Answers.json(drawn).get("population").getAsInt()).isEqualTo(1);
        assertThat(server.as("auditor")
                        .postJson("/api/v1/rereads", "{\"seed\":7,\"size\":5,\"recallCategories\":[\"4\"]}")
                        .statusCode())
                .as("a case is drawn once")
                .isEqualTo(409);
        assertThat(rows("REREAD_DRAWN")).isEqualTo(1);
        assertThat(new Answers(server).auditRows("CASE_RETURNED", uid)).isEqualTo(1);

        assertThat(server.as("radiologist").putJson(study + "/claim", "{}").statusCode())
                .as("who has read it does not read it again")
                .isEqualTo(409);
        assertThat(server.as("radiologist").get("/api/v1/worklist?state=OPEN").body())
                .doesNotContain(uid);
        Caller other = server.as("radiologist2");
        assertThat(other.get("/api/v1/worklist?state=OPEN").body())
                .contains(uid)
                .contains("NOT_REVEALED");
        assertThat(everythingTheOtherSees(other))
                .allSatisfy(page ->
                        assertThat(page).doesNotContain("malignancy\":", "CONFIRMED", "\"LOW\"", "radiologist\""));
        Answers answers = new Answers(server);
        assertThat(other.get("/api/v1/findings/" + answers.findingOf(mammograms.get(0)) + "/heatmap")
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.get("/api/v1/findings").statusCode()).isEqualTo(403);

        done(other.putJson(study + "/assessment", "{\"category\":\"4\"}"));
        assertThat(other.get(study + "/case").body())
                .as("not even after the own assessment")
                .doesNotContain("malignancy\":");
        done(sign("radiologist2"));
        assertThat(other.delete(study + "/signature").statusCode())
                .as("who has signed sees everything")
                .isEqualTo(409);
        assertThat(other.get(study + "/case").body()).contains("CONFIRMED");
    }

    private static Stream<String> everythingTheOtherSees(Caller other) {
        return Stream.of(
                        study + "/case",
                        "/api/v1/instances/" + mammograms.get(0).sopInstanceUid(),
                        "/api/v1/worklist")
                .map(other::get)
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(HttpResponse::body);
    }

    @Test
    @Order(4)
    void the_report_compares_the_readings_and_keeps_what_was_decided() {
        JsonObject statistics = Answers.json(server.as("auditor").get("/api/v1/reports/statistics"));
        JsonObject sample = statistics.getAsJsonArray("rereads").get(0).getAsJsonObject();
        assertThat(sample.getAsJsonObject("recalled").get("of").getAsInt()).isEqualTo(1);
        assertThat(sample.getAsJsonObject("recalled").get("among").getAsInt()).isEqualTo(1);
        assertThat(sample.get("cancersRecalled").getAsInt()).isEqualTo(1);
        JsonObject counts = Answers.json(server.as("auditor").get("/api/v1/reports/findings"));
        assertThat(counts.getAsJsonObject("aiNegative").get("confirmed").getAsInt())
                .isEqualTo(4);
        JsonObject one = Answers.array(server.as("auditor")
                        .get("/api/v1/rereads/" + sample.get("sample").getAsLong() + "/cases"))
                .get(0)
                .getAsJsonObject();
        assertThat(one.get("reader").getAsString()).isEqualTo("radiologist2");
        assertThat(one.get("recalled").getAsBoolean()).isTrue();
        String csv = server.as("auditor").get("/api/v1/reports/findings.csv").body();
        assertThat(csv)
                .contains(",CANCER,BIOPSY,,")
                .contains("true sensitivity 0.0% (0.0-79.3%, 0 of 1)")
                .contains("re-read sample", "recalled 100.0% (20.7-100.0%, 1 of 1)");
    }

    @Test
    @Order(5)
    void the_auditor_walks_through_the_desk() {
        try (Browser browser = Browser.open(server)) {
            AuditorsPages auditor = new AuditorsPages(browser);
            auditor.open("outcomes.xhtml");
            auditor.importOutcomes(HEADINGS + line(uid, "MAYBE") + line("1.2.3", "CANCER"));
            auditor.shows("status", "Nothing was imported");
            assertThat(auditor.rows("faults")).hasCount(2);
            auditor.picture("outcomes-refused");
            auditor.importOutcomes(HEADINGS + line(uid, "NO_CANCER"));
            auditor.shows("status", "1 changed");
            assertThat(auditor.rows("files")).hasCount(2);
            auditor.picture("outcomes");

            auditor.open("rereads.xhtml?sample=1");
            auditor.shows("samples", "100.0%", TODAY + " – " + TODAY);
            auditor.shows("cases", "radiologist2");
            auditor.draw(8, 5);
            auditor.shows("status", "at least one category");
            auditor.picture("rereads");

            auditor.open("access.xhtml");
            auditor.askAboutPatient(patient());
            auditor.shows("rows", "READING_SIGNED");
            auditor.offersFile();
            auditor.picture("access");

            auditor.open("report.xhtml");
            assertThat(auditor.rows("truth")).hasCount(2);
            auditor.shows("truth", "1 of 1");
            auditor.picture("report-truth", "truth");
            browser.assertNoErrors();
        }
    }

    @Test
    @Order(6)
    void a_file_tells_how_far_it_is_and_a_cancelled_or_failed_one_leaves_nothing() throws Exception {
        server.stop();
        ManyFindings.fill(server, MANY);
        server.start();
        ReportFiles files = new ReportFiles(server);
        String cancelled = files.begin("PDF");
        // Laying out all pages takes longer than asking once and cancelling.
        Answers.await("the first rows of all", () -> isUnderWay(files.progress(cancelled)));
        done(files.cancel(cancelled));
        assertThat(files.progressFor("admin", cancelled).statusCode()).isEqualTo(403);
        Answers.await("its end", () -> !files.state(cancelled).equals("RUNNING"));
        assertThat(files.state(cancelled)).isEqualTo("CANCELLED");
        assertThat(files.onDisk()).isEmpty();
        assertThat(files.fetch(cancelled).statusCode()).isEqualTo(404);
        assertThat(rows("REPORT_CANCELLED")).isEqualTo(1);

        Path aside = Files.move(files.folder(), files.folder().resolveSibling("aside"));
        assertThat(server.as("auditor").get("/api/v1/reports/findings.csv").statusCode())
                .isEqualTo(500);
        Files.move(aside, files.folder());
        assertThat(files.onDisk()).isEmpty();
        assertThat(rows("REPORT_FAILED")).isEqualTo(1);

        String ready = files.begin("CSV");
        Answers.await("a file", () -> files.state(ready).equals("READY"));
        assertThat(files.fetch(ready).body()).contains("# rows: " + (MANY + 4));
        assertThat(files.fetch(ready).statusCode()).as("once").isEqualTo(404);
        assertThat(files.onDisk()).isEmpty();
    }

    @Test
    @Order(7)
    void an_access_report_tells_who_did_what_when_and_why_is_exported_and_stands_in_the_next_one() {
        Caller auditor = server.as("auditor");
        String patient = patient();
        HttpResponse<String> asked = auditor.postJson("/api/v1/audit/accesses", "{\"patientId\":\"" + patient + "\"}");
        assertThat(asked.body())
                .contains(
                        "READING_SIGNED",
                        "\"actor\":\"radiologist2\"",
                        "CASE_RETURNED",
                        "reread=1",
                        "reason=shift ends")
                .doesNotContain(patient);
        int shown = Answers.array(asked).size();
        assertThat(asked.headers().firstValue("X-Total-Rows")).hasValue(Integer.toString(shown));

        HttpResponse<String> file = auditor.post(
                "/api/v1/audit/accesses.csv",
                "application/x-www-form-urlencoded",
                "patientId=" + URLEncoder.encode(patient, StandardCharsets.UTF_8));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body())
                .contains("READING_SIGNED", "ACCESS_REPORTED", "# rows: " + (shown + 1), "# asked by: auditor")
                .doesNotContain(patient);
        assertThat(server.as("radiologist")
                        .post("/api/v1/audit/accesses.csv", "application/x-www-form-urlencoded", "patientId=x")
                        .statusCode())
                .isEqualTo(403);
        long before = rows("ACCESS_REPORTED");
        assertThat(Answers.array(auditor.postJson("/api/v1/audit/accesses", "{\"patientId\":\"NOBODY\"}")))
                .isEmpty();
        assertThat(rows("ACCESS_REPORTED")).as("a question about nobody too").isEqualTo(before + 1);
    }

    @Test
    @Order(8)
    void files_that_are_made_while_a_reader_decides_show_one_state_each() throws Exception {
        List<Mammogram> others = Mammograms.study();
        new Sender(server).storescu(others);
        Answers answers = new Answers(server);
        new FilesDuringReview(server, others.stream().map(answers::findingOf).toList()).assertThatEachShowsOneState();
    }

    private static boolean isUnderWay(JsonObject progress) {
        return progress.get("rows").getAsLong() > 0 && progress.get("expected").getAsLong() == MANY + 4;
    }

    private static JsonObject truth(String whose) {
        return Answers.json(server.as("auditor").get("/api/v1/reports/statistics"))
                .getAsJsonObject("outcomes")
                .getAsJsonObject("overall")
                .getAsJsonObject(whose);
    }

    private static HttpResponse<String> sign(String user) {
        return server.as(user)
                .seeing(study + "/case")
                .postJson(study + "/signature", "{\"password\":\"" + server.passwordOf(user) + "\"}");
    }

    private static String line(String study, String outcome) {
        return study + "," + outcome + ",BIOPSY,," + TODAY + "\n";
    }

    private static String patient() {
        return mammograms.get(0).dataSet().string(Tag.PatientID).orElseThrow();
    }

    private static long rows(String action) {
        return new Answers(server).auditRows(action).count();
    }
}
