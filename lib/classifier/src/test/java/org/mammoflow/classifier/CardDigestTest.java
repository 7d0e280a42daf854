package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.classifier.engine.OnnxMetadata;

/** Two administrators approve the checksum of the ONNX file; the card that decides what its outputs mean is bound to it. */
class CardDigestTest {

    @TempDir
    Path folder;

    static Stream<Path> networks() {
        return Networks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void is_the_one_that_python_wrote_into_each_shipped_file(Path network) throws Exception {
        NetworkCard card = NetworkCard.read(network);
        byte[] onnx = Files.readAllBytes(network.resolve(card.weights().file()));
        assertThat(OnnxMetadata.of(onnx)).containsEntry("card_digest", card.digest());
        assertThat(CardDigest.of(Files.readString(network.resolve("card.json"))))
                .isEqualTo(card.digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"operatingPoint\": 0. | \"operatingPoint\": 0.1",
                "\"temperature\": 0. | \"temperature\": 1.",
                "\"distance\": 0. | \"distance\": 9.",
                "\"phantom-trained\" | \"trained\"",
                "\"FOR PRESENTATION\" | \"FOR PRESENTATION\", \"FOR PROCESSING\"",
                "\"threads\": 1 | \"threads\": 2",
            })
    void a_card_that_decides_otherwise_than_the_approved_one_is_refused(String before, String after) throws Exception {
        Path network = Networks.copy(Networks.any(), folder);
        Networks.replace(network.resolve("card.json"), before, after);
        assertThatThrownBy(() -> Network.load(network, new Device.Cpu()))
                .isInstanceOfSatisfying(
                        NetworkUnusable.class,
                        e -> assertThat(e.reason()).isEqualTo(NetworkUnusable.Reason.CARD_CHANGED))
                .hasMessageContaining("restore the card from the release");
    }

    @Test
    void figures_that_are_for_reading_only_may_be_added() throws Exception {
        Path network = Networks.copy(Networks.any(), folder);
        String digest = NetworkCard.read(network).digest();
        Networks.replace(network.resolve("card.json"), "\"results\": {", "\"results\": {\"elsewhere\": 1,");
        assertThat(NetworkCard.read(network).digest()).isEqualTo(digest);
    }

    @Test
    void a_file_that_names_no_card_is_refused() throws Exception {
        Path network = Networks.copy(Networks.any(), folder);
        Path file = network.resolve(NetworkCard.read(network).weights().file());
        String sha256 = Networks.sha256(file);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("card_digest", "cardNothing"), StandardCharsets.ISO_8859_1);
        Networks.replace(network.resolve("card.json"), sha256, Networks.sha256(file));
        assertThatThrownBy(() -> Network.load(network, new Device.Cpu()))
                .isInstanceOf(NetworkUnusable.class)
                .hasMessageContaining("the file names none");
    }
}
