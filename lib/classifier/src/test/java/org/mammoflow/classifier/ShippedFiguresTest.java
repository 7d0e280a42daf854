package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that {@code models/README.md} tells of the shipped networks are those of their cards. */
class ShippedFiguresTest {

    @ParameterizedTest
    @CsvSource({"ResNet-18, resnet18", "ResNet-34, resnet34"})
    void are_those_of_the_cards(String title, String name) throws IOException {
        JsonObject card = card(name);
        JsonObject results = card.getAsJsonObject("results");
        JsonObject validation = results.getAsJsonObject("validation");
        JsonObject test = results.getAsJsonObject("test");
        List<List<String>> rows = rows(title);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).subList(2, 4))
                .as("accuracy on validation and test images")
                .containsExactly(
                        interval(validation.getAsJsonObject("accuracy")), interval(test.getAsJsonObject("accuracy")));
        assertThat(rows.get(1).subList(1, 4))
                .as("ROC AUC, four classes, logistic regression")
                .containsExactly(
                        interval(test.getAsJsonObject("auc")),
                        figure(test.getAsJsonObject("fourClassAccuracy"), "value"),
                        figure(card.getAsJsonObject("baseline"), "accuracy"));
    }

    private static JsonObject card(String name) throws IOException {
        Path file = Networks.MODELS.resolve(name).resolve("1.0.0/card.json");
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    /** Cells of each row about a network; the first is its title. */
    private static List<List<String>> rows(String title) throws IOException {
        return Files.readAllLines(Networks.MODELS.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| " + title + " |"))
                .map(line -> List.of(line.substring(2).split(" \\| ")))
                .toList();
    }

    private static String interval(JsonObject measured) {
        return "%s (%s–%s)".formatted(figure(measured, "value"), figure(measured, "low"), figure(measured, "high"));
    }

    private static String figure(JsonObject of, String name) {
        return String.format(Locale.ROOT, "%.3f", of.get(name).getAsDouble());
    }
}
