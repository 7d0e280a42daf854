package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** A finding comes out again from the stored object; a swapped or missing object is told. */
class ReplayProvesFindingsIT {

    @Test
    void a_replay_agrees_with_its_finding_and_notices_a_swapped_and_a_missing_object() throws Exception {
        MammoflowServer server = MammoflowServer.shared();
        List<Mammogram> study = Mammograms.study();
        new Sender(server).storescu(study);
        Answers answers = new Answers(server);
        List<JsonObject> images = answers.ended(study);

        JsonObject same = replay(server, answers.findingOf(study.get(0)));
        assertThat(same.get("outcome").getAsString()).as(same.toString()).isEqualTo("SAME");
        assertThat(same.get("largestDifference").getAsDouble()).isLessThan(1e-3);

        Files.copy(object(server, images.get(0)), object(server, images.get(1)), StandardCopyOption.REPLACE_EXISTING);
        JsonObject differs = replay(server, answers.findingOf(study.get(1)));
        assertThat(differs.get("outcome").getAsString()).isEqualTo("DIFFERS");
        assertThat(differs.get("samePixels").getAsBoolean()).isFalse();

        Files.delete(object(server, images.get(2)));
        JsonObject impossible = replay(server, answers.findingOf(study.get(2)));
        assertThat(impossible.get("outcome").getAsString()).isEqualTo("IMPOSSIBLE");
        assertThat(impossible.get("reason").getAsString()).contains("reading");

        String csv = server.as("auditor").get("/api/v1/reports/findings.csv").body();
        assertThat(csv).contains(",SAME,", ",DIFFERS,", ",IMPOSSIBLE,");
        assertThat(answers.auditRows("FINDING_REPLAYED", Long.toString(answers.findingOf(study.get(0)))))
                .isEqualTo(1);
        assertThat(server.as("radiologist")
                        .postJson("/api/v1/findings/" + answers.findingOf(study.get(0)) + "/replays", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    private static JsonObject replay(MammoflowServer server, long finding) {
        return Answers.json(server.as("auditor").postJson("/api/v1/findings/" + finding + "/replays", "{}"));
    }

    private static Path object(MammoflowServer server, JsonObject image) {
        return ObjectFiles.of(server).of(image.get("sha256").getAsString());
    }
}
