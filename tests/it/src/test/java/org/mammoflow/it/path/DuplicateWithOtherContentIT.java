package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.net.storage.StoreResponse;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** One SOP Instance UID, two contents: both are kept, the first stays valid, and people are told. */
class DuplicateWithOtherContentIT {

    private final MammoflowServer server = MammoflowServer.shared();
    private final Answers answers = new Answers(server);

    @Test
    void the_same_object_again_is_a_success_without_a_second_job() throws Exception {
        Mammogram mammogram = Mammograms.one();
        Sender sender = new Sender(server);
        assertThat(sender.store(mammogram).status()).isEqualTo(StoreResponse.SUCCESS);
        long job = jobOf(mammogram);
        long finding = answers.findingOf(mammogram);
        assertThat(sender.store(mammogram).status()).isEqualTo(StoreResponse.SUCCESS);
        assertThat(jobOf(mammogram)).isEqualTo(job);
        assertThat(answers.findingOf(mammogram)).isEqualTo(finding);
        assertThat(answers.auditRows("INSTANCE_STORED", mammogram.sopInstanceUid()))
                .isEqualTo(1);
    }

    @Test
    void an_object_that_was_damaged_here_is_whole_again_when_it_is_sent_again() throws Exception {
        Mammogram mammogram = Mammograms.one();
        Sender sender = new Sender(server);
        assertThat(sender.store(mammogram).status()).isEqualTo(StoreResponse.SUCCESS);
        long finding = answers.findingOf(mammogram);
        Path kept = file(sha256(mammogram));
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, new byte[whole.length]);

        assertThat(sender.store(mammogram).status()).isEqualTo(StoreResponse.SUCCESS);

        assertThat(Files.readAllBytes(kept)).isEqualTo(whole);
        assertThat(answers.findingOf(mammogram)).isEqualTo(finding);
    }

    @Test
    void other_content_is_refused_kept_and_shown_and_the_first_stays_valid() throws Exception {
        Mammogram first = Mammograms.one();
        Sender sender = new Sender(server);
        assertThat(sender.store(first).status()).isEqualTo(StoreResponse.SUCCESS);
        String valid = sha256(first);
        byte[] firstBytes = Files.readAllBytes(first.file());
        Mammogram other = first.retaken();

        assertThat(sender.store(other).status()).isEqualTo(StoreResponse.DUPLICATE_SOP_INSTANCE);
        assertThat(sender.store(other).status()).as("told again").isEqualTo(StoreResponse.DUPLICATE_SOP_INSTANCE);

        JsonObject conflict = conflictOf(first);
        assertThat(sha256(first)).isEqualTo(valid);
        assertThat(conflict.get("validSha256").getAsString()).isEqualTo(valid);
        assertThat(Files.readAllBytes(file(valid))).isEqualTo(firstBytes);
        assertThat(Files.readAllBytes(file(conflict.get("otherSha256").getAsString())))
                .isEqualTo(Files.readAllBytes(other.file()));
        assertThat(answers.auditRows("INSTANCE_CONFLICT", first.sopInstanceUid()))
                .isEqualTo(1);
        assertThat(server.as("radiologist")
                        .get("/no-opinion.xhtml?kind=CONFLICT")
                        .body())
                .as("who reads the first is told of the second")
                .contains("A second object came under the identifier", first.sopInstanceUid(), "Ask the sender");
    }

    private JsonObject conflictOf(Mammogram mammogram) {
        String list = server.as("admin").get("/api/v1/admin/conflicts").body();
        return StreamSupport.stream(
                        JsonParser.parseString(list).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(conflict -> conflict.get("sopInstanceUid").getAsString().equals(mammogram.sopInstanceUid()))
                .reduce((one, two) -> {
                    throw new AssertionError("one conflict was expected");
                })
                .orElseThrow();
    }

    private String sha256(Mammogram mammogram) {
        return answers.instance(mammogram.sopInstanceUid())
                .orElseThrow()
                .get("sha256")
                .getAsString();
    }

    private long jobOf(Mammogram mammogram) {
        return answers.instance(mammogram.sopInstanceUid())
                .orElseThrow()
                .getAsJsonObject("job")
                .get("id")
                .getAsLong();
    }

    private Path file(String sha256) {
        return ObjectFiles.of(server).of(sha256);
    }
}
