package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCardTest {

    private static final String CARD = """
            {"name": "resnet18", "version": "2.1.0", "status": "phantom-trained", "file": "resnet18.onnx",
             "sha256": "ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789",
             "input": {"size": 224, "mean": 0.449, "std": 0.226},
             "classes": ["IMPLANT_NEGATIVE", "IMPLANT_POSITIVE", "NO_IMPLANT_NEGATIVE", "NO_IMPLANT_POSITIVE"],
             "decision": {"temperature": 1.5, "operatingPoint": 0.4, "high": 0.8, "medium": 0.3},
             "acceptedIntents": ["FOR PRESENTATION"], "serving": {"batchSize": 1, "threads": 2},
             "trainingData": {"description": "phantoms", "images": 1200, "patients": 300, "digest": "d"},
             "intendedUse": "Research. Not a medical device.", "results": {"anything": "else"}}
            """;

    @TempDir
    Path folder;

    @Test
    void says_what_the_network_is() throws Exception {
        NetworkCard card = card(CARD);
        assertThat(card.name()).isEqualTo("resnet18");
        assertThat(card.version()).isEqualTo("2.1.0");
        assertThat(card.status()).isEqualTo(NetworkCard.Status.PHANTOM_TRAINED);
        assertThat(card.sha256()).startsWith("abcdef0123").hasSize(64);
        assertThat(card.serving().threads()).isEqualTo(2);
        assertThat(card.trainingData().images()).isEqualTo(1200);
        assertThat(card.accepts("FOR PRESENTATION")).isTrue();
        assertThat(card.accepts("FOR PROCESSING")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,LOW", "0.2999,LOW", "0.3,MEDIUM", "0.7999,MEDIUM", "0.8,HIGH", "1,HIGH"})
    void sorts_malignancy_into_bands_from_their_thresholds_on(double malignancy, SuspicionBand band) throws Exception {
        assertThat(card(CARD).band(malignancy)).isEqualTo(band);
    }

    @Test
    void calls_positive_from_the_operating_point_on() throws Exception {
        assertThat(card(CARD).positive(0.4)).isTrue();
        assertThat(card(CARD).positive(0.39)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"resnet18\", | | 'name' is missing",
                "phantom-trained | finished | unknown status",
                "resnet18.onnx | ../evil.onnx | file must be a plain name",
                "ABCDEF0123 | 12 | sha256",
                "\"size\": 224 | \"size\": 0 | size must lie between",
                "\"std\": 0.226 | \"std\": 0 | std must lie between",
                "\"IMPLANT_NEGATIVE\", \"IMPLANT_POSITIVE\" | \"IMPLANT_POSITIVE\", \"IMPLANT_NEGATIVE\" | fixed order",
                "\"medium\": 0.3 | \"medium\": 0.9 | medium must lie between",
                "\"temperature\": 1.5 | \"temperature\": 0 | temperature must lie between",
                "\"threads\": 2 | \"threads\": 0 | threads must lie between",
            })
    void names_what_is_wrong_with_a_card(String before, String after, String complaint) {
        assertThat(CARD).contains(before);
        assertThatThrownBy(() -> card(CARD.replace(before, after == null ? "" : after)))
                .isInstanceOf(NetworkUnusable.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"auto", "cpu", "cuda:0", "cuda:12"})
    void knows_its_devices(String text) {
        assertThat(Device.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"gpu", "CPU", "cuda", "cuda:-1", "cuda:x", "''"})
    void names_the_three_forms_of_a_device(String text) {
        assertThatThrownBy(() -> Device.parse(text)).hasMessageContaining("auto, cpu or cuda:N");
    }

    private NetworkCard card(String text) throws Exception {
        Files.writeString(folder.resolve("card.json"), text);
        return NetworkCard.read(folder);
    }
}
