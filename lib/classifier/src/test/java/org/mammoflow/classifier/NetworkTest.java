package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.classifier.Classification.Classified;
import org.mammoflow.classifier.Classification.NotClassifiable;

class NetworkTest {

    private static final Device CPU = new Device.Cpu();
    private static final GoldenImage BREAST = new GoldenImage(7, 1000, 800, 12, false, false);

    @TempDir
    Path folder;

    static Stream<Path> networks() {
        return Networks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agrees_with_pytorch_on_its_golden_vectors(Path directory) {
        GoldenVectors golden = GoldenVectors.read(directory);
        assertThat(golden.vectors()).hasSizeGreaterThanOrEqualTo(3);
        // Between two steps of eight bits a value may be rounded to either; a logit moves by more than a float's error
        // then.
        assertThat(golden.tolerance()).isLessThanOrEqualTo(Networks.isQuantized(directory) ? 0.05 : 1e-4);
        try (Network network = Network.load(directory, CPU)) {
            for (GoldenVectors.Vector vector : golden.vectors()) {
                Evaluation evaluation = network.evaluate(vector.image().image()).orElseThrow();
                assertThat(evaluation.tensor().digest()).isEqualTo(vector.tensorDigest());
                assertThat(evaluation.scores().logits())
                        .containsExactly(vector.logits(), within((float) golden.tolerance()));
            }
        }
    }

    @Test
    void gives_probabilities_a_heat_map_and_their_origin() throws Exception {
        try (Network network = Network.load(Networks.outspoken(folder), CPU)) {
            Classified classified = (Classified) network.classify(BREAST.image());
            assertThat(classified.probabilities()).hasSize(4);
            assertThat(classified.malignancy()).isBetween(0.0, 1.0);
            double sum = IntStream.range(0, 4)
                    .mapToDouble(i -> classified.probabilities()[i])
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-6));
            assertThat(classified.provider()).isEqualTo("CPUExecutionProvider");
            assertThat(classified.heatMap().cells())
                    .hasSize(classified.heatMap().rows() * classified.heatMap().columns());
        }
    }

    @Test
    void has_no_scores_for_an_image_without_a_breast() {
        GreyImage breast = BREAST.image();
        GreyImage black = new GreyImage(1000, 800, ShortBuffer.allocate(1000 * 800), breast.grey());
        try (Network network = Network.load(Networks.any(), CPU)) {
            assertThat(network.classify(black)).isEqualTo(new NotClassifiable("NO_BREAST_FOUND"));
        }
    }

    @Test
    void says_nothing_about_a_picture_that_is_unlike_those_of_its_training() {
        try (Network network = Network.load(Networks.any(), CPU)) {
            Classification said = network.classify(BREAST.image());
            assertThat(said).isInstanceOf(NotClassifiable.class);
            assertThat(((NotClassifiable) said).reason()).startsWith("UNLIKE_TRAINING");
        }
    }

    @Test
    void answers_many_threads_as_it_answers_one() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Network network = Network.load(Networks.outspoken(folder), CPU, 1)) {
            float[] alone = ((Classified) network.classify(BREAST.image())).logits();
            Callable<float[]> work = () -> ((Classified) network.classify(BREAST.image())).logits();
            for (Future<float[]> answer :
                    threads.invokeAll(Stream.generate(() -> work).limit(12).toList())) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void falls_back_to_the_cpu_only_when_any_device_will_do() {
        try (Network network = Network.load(Networks.any(), Device.parse("auto"))) {
            assertThat(network.provider()).isIn("CPUExecutionProvider", "CUDAExecutionProvider");
        }
        assertUnusable(Networks.any(), Device.parse("cuda:97"), NetworkUnusable.Reason.ENGINE_FAILED);
    }

    interface Damage {
        void to(Path network) throws Exception;
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("no card", NetworkUnusable.Reason.CARD_MISSING, n -> Files.delete(n.resolve("card.json"))),
                damage("half a card", NetworkUnusable.Reason.CARD_INVALID, n -> {
                    String card = Files.readString(n.resolve("card.json"));
                    Files.writeString(n.resolve("card.json"), card.substring(0, card.length() / 2));
                }),
                damage("no weights", NetworkUnusable.Reason.WEIGHTS_MISSING, n -> Files.delete(weights(n))),
                damage("one flipped bit", NetworkUnusable.Reason.CHECKSUM_MISMATCH, n -> {
                    byte[] bytes = Files.readAllBytes(weights(n));
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(weights(n), bytes);
                }),
                damage("no network at all", NetworkUnusable.Reason.ENGINE_FAILED, n -> {
                    String sha256 = NetworkCard.read(n).sha256();
                    Files.writeString(weights(n), "nothing");
                    Networks.replace(n.resolve("card.json"), sha256, Networks.sha256(weights(n)));
                }),
                damage("another normalisation", NetworkUnusable.Reason.GOLDEN_MISMATCH, n -> {
                    Networks.replace(n.resolve("card.json"), "0.449", "0.448");
                    Networks.reissued(n);
                }),
                damage(
                        "another tensor",
                        NetworkUnusable.Reason.GOLDEN_MISMATCH,
                        n -> Networks.replace(n.resolve("golden.json"), "\"seed\": 2", "\"seed\": 4")),
                damage("no golden vectors", NetworkUnusable.Reason.GOLDEN_UNREADABLE, n -> Files.delete(golden(n))),
                damage("half a golden file", NetworkUnusable.Reason.GOLDEN_UNREADABLE, n -> {
                    String text = Files.readString(golden(n));
                    Files.writeString(golden(n), text.substring(0, text.length() / 2));
                }),
                damage(
                        "an empty golden file",
                        NetworkUnusable.Reason.GOLDEN_UNREADABLE,
                        n -> Files.writeString(golden(n), "{}")),
                damage("another logit", NetworkUnusable.Reason.GOLDEN_MISMATCH, NetworkTest::moveOneLogit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void refuses_a_damaged_network(String name, NetworkUnusable.Reason reason, Damage damage) throws Exception {
        Path network = Networks.copy(Networks.any(), folder);
        damage.to(network);
        assertUnusable(network, CPU, reason);
    }

    @Test
    void finds_out_later_that_its_golden_vectors_do_not_hold_any_more() throws Exception {
        Path directory = Networks.copy(Networks.any(), folder);
        try (Network network = Network.load(directory, CPU)) {
            network.selfTest();
            moveOneLogit(directory);
            assertThatThrownBy(network::selfTest)
                    .isInstanceOfSatisfying(
                            NetworkUnusable.class,
                            e -> assertThat(e.reason()).isEqualTo(NetworkUnusable.Reason.GOLDEN_MISMATCH));
        }
    }

    private static Arguments damage(String name, NetworkUnusable.Reason reason, Damage damage) {
        return arguments(name, reason, damage);
    }

    private static void moveOneLogit(Path network) throws IOException {
        Path file = network.resolve("golden.json");
        JsonObject golden = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        JsonObject vector = golden.getAsJsonArray("vectors").get(0).getAsJsonObject();
        JsonArray logits = vector.getAsJsonArray("logits");
        logits.set(0, new JsonPrimitive(logits.get(0).getAsDouble() + 0.001));
        Files.writeString(file, golden.toString());
    }

    private static Path golden(Path network) {
        return network.resolve("golden.json");
    }

    private static Path weights(Path network) {
        return network.resolve(NetworkCard.read(network).weights().file());
    }

    private static void assertUnusable(Path network, Device device, NetworkUnusable.Reason reason) {
        assertThatThrownBy(() -> Network.load(network, device))
                .isInstanceOfSatisfying(
                        NetworkUnusable.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
