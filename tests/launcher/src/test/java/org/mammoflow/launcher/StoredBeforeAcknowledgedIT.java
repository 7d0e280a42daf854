package org.mammoflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.net.storage.StorageScu;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** Nothing that was acknowledged is ever lost. */
class StoredBeforeAcknowledgedIT {

    private static final int ASSOCIATIONS = 4;
    private static final int EACH = 60;

    @Test
    void what_was_acknowledged_before_a_kill_is_there_after_it_and_gets_its_outcome() throws Exception {
        try (MammoflowServer server = MammoflowServer.with().name("kill-intake").start()) {
            Queue<Mammogram> acknowledged = new ConcurrentLinkedQueue<>();
            sendUntilKilled(server, acknowledged);
            server.restart();

            assertThat(acknowledged).isNotEmpty();
            for (Mammogram mammogram : acknowledged) {
                assertStored(server, mammogram);
            }
            assertThat(new Answers(server).ended(acknowledged))
                    .allSatisfy(image ->
                            assertThat(image.get("state").getAsString()).isEqualTo("CLASSIFIED"));
            assertThat(new Answers(server).auditVerdict().get("intact").getAsBoolean())
                    .isTrue();
            assertThat(unfinished(server)).isEmpty();
            server.stop();
            assertThat(DatabaseRows.count(server, "select count(*) from finding"))
                    .isEqualTo(DatabaseRows.count(server, "select count(distinct instance_id) from finding"));
        }
    }

    private static void sendUntilKilled(MammoflowServer server, Queue<Mammogram> acknowledged) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(ASSOCIATIONS);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            List<Mammogram> mammograms = Mammograms.many(EACH);
            ends.add(senders.submit(() -> send(server, mammograms, acknowledged)));
        }
        Answers.await("a third of the images", () -> acknowledged.size() > ASSOCIATIONS * EACH / 3);
        server.kill9();
        for (Future<?> end : ends) {
            end.get();
        }
        senders.shutdown();
        assertThat(acknowledged.size())
                .as("killed while images were on their way")
                .isLessThan(ASSOCIATIONS * EACH);
    }

    private static void send(MammoflowServer server, List<Mammogram> mammograms, Queue<Mammogram> acknowledged) {
        try (StorageScu association = new Sender(server).associate()) {
            for (Mammogram mammogram : mammograms) {
                if (Sender.store(association, mammogram).status() == 0) {
                    acknowledged.add(mammogram);
                }
            }
        } catch (IOException e) {
            // The kill: what was not acknowledged stays with its sender.
        }
    }

    private static void assertStored(MammoflowServer server, Mammogram mammogram) throws Exception {
        JsonObject image =
                new Answers(server).instance(mammogram.sopInstanceUid()).orElseThrow();
        String sha256 = image.get("sha256").getAsString();
        Path file = ObjectFiles.of(server).of(sha256);
        byte[] content = Files.readAllBytes(file);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(sha256);
        assertThat(content).isEqualTo(Files.readAllBytes(mammogram.file()));
    }

    private static List<Path> unfinished(MammoflowServer server) throws IOException {
        try (Stream<Path> files = Files.list(server.home().resolve("instances/incoming"))) {
            return files.toList();
        }
    }
}
