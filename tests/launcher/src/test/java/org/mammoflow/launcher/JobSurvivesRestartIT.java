package org.mammoflow.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** The job table is the truth: no crash, lost message or failure takes a job away. */
class JobSurvivesRestartIT {

    private static final String QUEUE = "/subsystem=messaging-activemq/server=default/jms-queue=InferenceJobs";

    @Test
    void jobs_go_on_after_a_kill_during_inference_and_nothing_is_found_twice() throws Exception {
        try (MammoflowServer server =
                MammoflowServer.with().name("kill-inference").start()) {
            List<Mammogram> mammograms = Mammograms.many(80);
            server.cli(QUEUE + ":pause");
            new Sender(server).storescu(mammograms);
            server.cli(QUEUE + ":resume");
            Answers answers = new Answers(server);
            Answers.await(
                    "the first finding",
                    () -> answers.states(mammograms.subList(0, 1)).contains("CLASSIFIED"));
            server.kill9();
            assertThat(DatabaseRows.count(
                            server, "select count(*) from inference_job where state in ('WAITING', 'RUNNING')"))
                    .as("killed while jobs were left")
                    .isPositive();
            server.restart();

            assertThat(new Answers(server).ended(mammograms))
                    .allSatisfy(image ->
                            assertThat(image.get("state").getAsString()).isEqualTo("CLASSIFIED"));
            server.stop();
            assertThat(DatabaseRows.count(server, "select count(*) from finding"))
                    .isEqualTo(80);
            assertThat(DatabaseRows.count(server, "select count(distinct instance_id) from finding"))
                    .isEqualTo(80);
            assertThat(DatabaseRows.count(server, "select count(*) from audit_row where action = 'FINDING_RECORDED'"))
                    .isEqualTo(80);
        }
    }

    @Test
    void a_lost_message_costs_a_moment_and_no_job() {
        MammoflowServer server = MammoflowServer.shared();
        server.cli(QUEUE + ":pause");
        List<Mammogram> mammograms = Mammograms.study();
        new Sender(server).storescu(mammograms);
        server.cli(QUEUE + ":remove-messages");
        server.cli(QUEUE + ":resume");
        assertThat(new Answers(server).ended(mammograms))
                .allSatisfy(
                        image -> assertThat(image.get("state").getAsString()).isEqualTo("CLASSIFIED"));
    }

    @Test
    void a_job_that_cannot_be_done_is_parked_with_its_phase_and_goes_on_when_it_is_retried() throws Exception {
        try (MammoflowServer server = MammoflowServer.with()
                .name("parked")
                .property("mammoflow.inference.attempts", "1")
                .start()) {
            Answers answers = new Answers(server);
            server.cli(QUEUE + ":pause");
            Mammogram mammogram = Mammograms.one();
            new Sender(server).storescu(List.of(mammogram));
            Path file =
                    fileOf(server, answers.instance(mammogram.sopInstanceUid()).orElseThrow());
            Path aside = file.resolveSibling("aside");
            Files.move(file, aside);
            server.cli(QUEUE + ":resume");

            JsonObject parked = answers.ended(List.of(mammogram)).get(0);
            assertThat(parked.get("state").getAsString()).isEqualTo("FAILED");
            JsonObject job = JsonParser.parseString(
                            server.as("admin").get("/api/v1/admin/failed-jobs").body())
                    .getAsJsonArray()
                    .get(0)
                    .getAsJsonObject();
            assertThat(job.get("phase").getAsString()).isEqualTo("reading");
            assertThat(job.get("reason").getAsString()).isEqualTo("FILE_UNREADABLE: " + file.getFileName());

            isListedWithReasonAndRemedy(server);

            Files.move(aside, file);
            String retry = "/api/v1/admin/failed-jobs/" + job.get("id").getAsLong() + "/retry";
            assertThat(server.as("admin").postJson(retry, "{}").statusCode()).isEqualTo(204);
            Answers.await(
                    "the retried job", () -> answers.states(List.of(mammogram)).contains("CLASSIFIED"));
            assertThat(server.as("radiologist")
                            .get("/no-opinion.xhtml?kind=FAILED")
                            .body())
                    .contains("Failed <span class=\"count\">0</span>");
        }
    }

    /** What a reader sees who looks for the images that nobody has an opinion on. */
    private static void isListedWithReasonAndRemedy(MammoflowServer server) {
        String reason = "The stored file is missing or cannot be read.";
        String remedy =
                "Ask an administrator: the file must be restored from the backup, then the analysis can be retried.";
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("no-opinion.xhtml"));
            assertThat(page.locator("nav.tabs a[aria-current=page]")).hasText(Pattern.compile("Failed\\s+1"));
            Locator row = page.locator("[id=images] tbody tr");
            assertThat(row).hasCount(1);
            assertThat(row).containsText("RCC");
            assertThat(row).containsText(reason);
            assertThat(row).containsText("reading: FILE_UNREADABLE");
            assertThat(row).containsText(remedy);
            browser.picture(page, "no-opinion-failed");
            row.locator("a.case-link").click();
            Locator card = page.locator("article.card:has(.band-no-opinion)");
            assertThat(card).containsText(reason);
            assertThat(card).containsText(remedy);

            Page admin = browser.signIn("admin");
            admin.navigate(browser.url("admin.xhtml"));
            assertThat(admin.locator("[id='failed:jobs'] tbody tr")).containsText(reason);
            browser.assertNoErrors();
        }
    }

    private static Path fileOf(MammoflowServer server, JsonObject image) {
        return ObjectFiles.of(server).of(image.get("sha256").getAsString());
    }
}
