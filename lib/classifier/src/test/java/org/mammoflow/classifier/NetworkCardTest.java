package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mammoflow.classifier.pixels.InputTensor;

class NetworkCardTest {

    private static final String CARD = """
            {"name": "resnet18", "version": "2.1.0", "status": "phantom-trained", "file": "resnet18.onnx",
             "sha256": "ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789",
             "input": {"size": 224, "mean": 0.449, "std": 0.226},
             "classes": ["IMPLANT_NEGATIVE", "IMPLANT_POSITIVE", "NO_IMPLANT_NEGATIVE", "NO_IMPLANT_POSITIVE"],
             "decision": {"temperature": 1.5, "operatingPoint": 0.4, "high": 0.8,
                 "noOpinion": [0.38, 0.42]},
             "applicability": {"distance": 2.5, "breastShare": [0.1, 0.8], "mean": [-2, 1], "deviation": [0.2, 1.5]},
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
    @CsvSource({"0,LOW", "0.3999,LOW", "0.4,MEDIUM", "0.7999,MEDIUM", "0.8,HIGH", "1,HIGH"})
    void sorts_into_bands_that_never_contradict_the_call(double malignancy, SuspicionBand band) throws Exception {
        assertThat(card(CARD).band(malignancy)).isEqualTo(band);
        assertThat(card(CARD).positive(malignancy)).isEqualTo(band != SuspicionBand.LOW);
    }

    @Test
    void calls_positive_from_the_operating_point_on() throws Exception {
        assertThat(card(CARD).positive(0.4)).isTrue();
        assertThat(card(CARD).positive(0.39)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.37,false", "0.38,true", "0.4,true", "0.42,true", "0.43,false"})
    void has_no_opinion_near_the_operating_point(double malignancy, boolean unsure) throws Exception {
        assertThat(card(CARD).unsure(malignancy)).isEqualTo(unsure);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "1.0, 0.5, 0.0, none",
                "2.5, 0.5, 0.0, none",
                "2.6, 0.5, 0.0, features",
                "NaN, 0.5, 0.0, features",
                "1.0, 0.9, 0.0, share of breast",
                "1.0, 0.0, 0.0, share of breast",
                "1.0, 0.5, 1.5, brightness or contrast",
                "1.0, 0.5, 0.9, none",
            })
    void knows_what_makes_an_image_unlike_its_training(float distance, double share, float mean, String objection)
            throws Exception {
        NetworkCard card = card(CARD);
        assertThat(card.applicability().orElseThrow().objection(tensor(share, mean), distance, card.input()))
                .isEqualTo(Optional.ofNullable(objection));
    }

    /** A share of the tensor is breast, half a unit above and below its mean. */
    private static InputTensor tensor(double share, float mean) {
        float[] values = new float[1000];
        Arrays.fill(values, -0.449f / 0.226f);
        for (int i = 0; i < share * values.length; i++) {
            values[i] = mean + (i % 2 == 0 ? 0.5f : -0.5f);
        }
        return new InputTensor(0, values);
    }

    @Test
    void an_untrained_network_may_know_no_limits() throws Exception {
        String limits = CARD.substring(CARD.indexOf("\"applicability\""), CARD.indexOf("\"acceptedIntents\""));
        String without = CARD.replace(limits, "").replace("phantom-trained", "untrained");
        assertThat(card(without).applicability()).isEmpty();
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
                "\"applicability\" | \"anything\" | a trained network needs 'applicability'",
                "[0.38, 0.42] | [0.5] | noOpinion must have two numbers",
                "[0.1, 0.8] | [0.8, 0.1] | breastShare must not end before it begins",
                "\"distance\": 2.5 | \"distance\": -1 | distance must lie between",
                "\"high\": 0.8 | \"high\": 0.3 | high must lie between",
                "\"temperature\": 1.5 | \"temperature\": 0 | temperature must lie between",
                "\"threads\": 2 | \"threads\": 0 | threads must lie between",
                "\"results\" | \"quantized\": {\"lostAuc\": 0.0051}, \"results\" | 8-bit arithmetic loses 0.0051 of AUC",
                "\"results\" | \"quantized\": {}, \"results\" | 'lostAuc' is missing",
                "\"results\" | \"weightsOf\": {\"version\": \"../1\"}, \"results\" | version must be a plain name",
                "\"results\" | \"weightsOf\": {\"version\": \"1\", \"file\": \"a\"}, \"results\" | 'sha256' is missing",
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
