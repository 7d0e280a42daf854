package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.parts.hospital.Answers.done;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** A file of a large report takes a while: it tells how far it is, can be called off, and shows one state of what goes on. */
class FilesInTheMakingIT {

    /** As many as a PDF prints without hurry: it lays out each. */
    private static final int MANY = 15_000;

    private static MammoflowServer server;
    private static List<Mammogram> mammograms;

    @BeforeAll
    static void a_study_is_classified_among_many() throws Exception {
        server = MammoflowServer.with().name("files").start();
        mammograms = Mammograms.study();
        new Sender(server).storescu(mammograms);
        new Answers(server).ended(mammograms);
        server.stop();
        ManyFindings.fill(server, MANY);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_file_tells_how_far_it_is_and_a_cancelled_or_failed_one_leaves_nothing() throws Exception {
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
    void files_that_are_made_while_a_reader_decides_show_one_state_each() throws Exception {
        Answers answers = new Answers(server);
        new FilesDuringReview(
                        server, mammograms.stream().map(answers::findingOf).toList())
                .assertThatEachShowsOneState();
    }

    private static boolean isUnderWay(JsonObject progress) {
        return progress.get("rows").getAsLong() > 0 && progress.get("expected").getAsLong() == MANY + 4;
    }

    private static long rows(String action) {
        return new Answers(server).auditRows(action).count();
    }
}
