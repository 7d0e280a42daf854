package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An 8-bit network has no weights of its own: it computes with those of the version that it was made from. */
class SharedWeightsTest {

    private static final Device CPU = new Device.Cpu();

    @TempDir
    Path folder;

    private Path origin;
    private Path eightBit;

    @BeforeEach
    void copies_both_versions() throws IOException {
        Path shipped = Networks.all().stream()
                .filter(Networks::isQuantized)
                .findFirst()
                .orElseThrow();
        NetworkCard.SharedWeights weights =
                NetworkCard.read(shipped).weights().shared().orElseThrow();
        Path from = shipped.resolveSibling(weights.version());
        origin = Networks.copy(from, Files.createDirectory(folder.resolve(weights.version())))
                .resolve(weights.file());
        eightBit = Networks.copy(shipped, Files.createDirectory(folder.resolve(shipped.getFileName())));
    }

    @Test
    void loads_with_the_other_versions_weights() {
        try (Network network = Network.load(eightBit, CPU)) {
            assertThat(network.provider()).isEqualTo("CPUExecutionProvider");
        }
    }

    @Test
    void is_refused_without_the_other_version() throws IOException {
        Files.delete(origin);
        assertUnusable(NetworkUnusable.Reason.WEIGHTS_MISSING, origin.toString());
    }

    @Test
    void is_refused_when_the_other_versions_weights_have_changed() throws IOException {
        byte[] bytes = Files.readAllBytes(origin);
        bytes[bytes.length / 2] ^= 1;
        Files.write(origin, bytes);
        assertUnusable(NetworkUnusable.Reason.CHECKSUM_MISMATCH, origin.toString());
    }

    @Test
    void reads_nothing_outside_the_other_versions_folder() throws IOException {
        String outside = "../x" + ".".repeat(origin.getFileName().toString().length() - 4);
        Files.copy(origin, origin.resolveSibling(outside));
        Path graph = eightBit.resolve(NetworkCard.read(eightBit).weights().file());
        String bytes = Files.readString(graph, StandardCharsets.ISO_8859_1);
        String before = Networks.sha256(graph);
        Files.writeString(graph, bytes.replace(origin.getFileName().toString(), outside), StandardCharsets.ISO_8859_1);
        Networks.replace(eightBit.resolve("card.json"), before, Networks.sha256(graph));
        assertUnusable(NetworkUnusable.Reason.ENGINE_FAILED, "escapes");
    }

    private void assertUnusable(NetworkUnusable.Reason reason, String words) {
        assertThatThrownBy(() -> Network.load(eightBit, CPU))
                .isInstanceOfSatisfying(
                        NetworkUnusable.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }
}
