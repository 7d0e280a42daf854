package org.mammoflow.classifier;

import static org.mammoflow.classifier.NetworkUnusable.Reason.CARD_INVALID;
import static org.mammoflow.classifier.NetworkUnusable.Reason.CARD_MISSING;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code card.json} by name, so that whatever is missing or out of range is named in the error. */
final class CardFile {

    private static final Duration USUAL_WAIT = Duration.ofMillis(2);
    private static final double MOST_LOST_AUC = 0.005;

    private final JsonObject card;

    private CardFile(JsonObject card) {
        this.card = card;
    }

    static NetworkCard read(Path directory) {
        Path file = directory.resolve("card.json");
        if (!Files.isRegularFile(file)) {
            throw new NetworkUnusable(
                    CARD_MISSING,
                    "No card at " + file + "; point the configuration at a folder such as models/resnet18/…");
        }
        try {
            return new CardFile(JsonParser.parseString(Files.readString(file)).getAsJsonObject()).card();
        } catch (IOException | RuntimeException e) {
            throw new NetworkUnusable(
                    CARD_INVALID, "Card " + file + ": " + e.getMessage() + "; restore it from the release", e);
        }
    }

    private NetworkCard card() {
        requireLittleLost();
        return new NetworkCard(
                new NetworkCard.Identity(text(card, "name"), text(card, "version"), status()),
                weights(),
                input(),
                classes(),
                decision(),
                applicability(),
                texts(card, "acceptedIntents"),
                serving(),
                trainingData(),
                text(card, "intendedUse"),
                CardDigest.of(card));
    }

    /** Arithmetic in 8 bits is worth its speed only where it costs next to nothing of what the network can tell. */
    private void requireLittleLost() {
        if (card.has("quantized")) {
            double lost = member(object("quantized"), "lostAuc").getAsDouble();
            require(lost <= MOST_LOST_AUC, "8-bit arithmetic loses " + lost + " of AUC, more than " + MOST_LOST_AUC);
        }
    }

    private NetworkCard.Status status() {
        String status = text(card, "status");
        return Arrays.stream(NetworkCard.Status.values())
                .filter(s -> s.label().equals(status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown status '" + status + "'"));
    }

    private NetworkCard.Weights weights() {
        return new NetworkCard.Weights(
                plainName(card, "file"),
                sha256(card),
                card.has("weightsOf") ? Optional.of(shared()) : Optional.empty());
    }

    private NetworkCard.SharedWeights shared() {
        JsonObject other = object("weightsOf");
        return new NetworkCard.SharedWeights(plainName(other, "version"), plainName(other, "file"), sha256(other));
    }

    private static String plainName(JsonObject in, String name) {
        String value = text(in, name);
        require(
                Path.of(value).getNameCount() == 1 && !value.startsWith("."),
                name + " must be a plain name, not " + value);
        return value;
    }

    private static String sha256(JsonObject in) {
        String sha256 = text(in, "sha256").toLowerCase(Locale.ROOT);
        require(sha256.matches("[0-9a-f]{64}"), "sha256 must have 64 hexadecimal digits");
        return sha256;
    }

    private NetworkCard.Input input() {
        JsonObject input = object("input");
        int size = between(input, "size", 32, 4096).intValue();
        float mean = between(input, "mean", 0, 1).floatValue();
        return new NetworkCard.Input(size, mean, between(input, "std", 1e-6, 10).floatValue());
    }

    private List<MammogramClass> classes() {
        List<MammogramClass> classes =
                texts(card, "classes").stream().map(MammogramClass::valueOf).toList();
        require(classes.equals(List.of(MammogramClass.values())), "classes must be the four in their fixed order");
        return classes;
    }

    private NetworkCard.Decision decision() {
        JsonObject decision = object("decision");
        double operatingPoint = between(decision, "operatingPoint", 0, 1).doubleValue();
        return new NetworkCard.Decision(
                between(decision, "temperature", 1e-3, 1e3).doubleValue(),
                operatingPoint,
                between(decision, "high", operatingPoint, 1).doubleValue(),
                decision.has("noOpinion") ? Optional.of(span(decision, "noOpinion")) : Optional.empty());
    }

    private Optional<Applicability> applicability() {
        if (!card.has("applicability")) {
            require(status() == NetworkCard.Status.UNTRAINED, "a trained network needs 'applicability'");
            return Optional.empty();
        }
        JsonObject limits = object("applicability");
        return Optional.of(new Applicability(
                between(limits, "distance", 0, 1e6).doubleValue(),
                span(limits, "breastShare"),
                span(limits, "mean"),
                span(limits, "deviation")));
    }

    private static Applicability.Span span(JsonObject in, String name) {
        JsonArray ends = member(in, name).getAsJsonArray();
        require(ends.size() == 2, name + " must have two numbers");
        double low = ends.get(0).getAsDouble();
        double high = ends.get(1).getAsDouble();
        require(low <= high, name + " must not end before it begins");
        return new Applicability.Span(low, high);
    }

    private NetworkCard.Serving serving() {
        JsonObject serving = object("serving");
        return new NetworkCard.Serving(
                between(serving, "batchSize", 1, 1024).intValue(),
                serving.has("waitMillis")
                        ? Duration.ofMillis(
                                between(serving, "waitMillis", 0, 1000).longValue())
                        : USUAL_WAIT,
                between(serving, "threads", 1, 256).intValue());
    }

    private NetworkCard.TrainingData trainingData() {
        JsonObject data = object("trainingData");
        return new NetworkCard.TrainingData(
                text(data, "description"),
                between(data, "images", 0, Integer.MAX_VALUE).intValue(),
                between(data, "patients", 0, Integer.MAX_VALUE).intValue(),
                text(data, "digest"));
    }

    private JsonObject object(String name) {
        return member(card, name).getAsJsonObject();
    }

    private static Number between(JsonObject in, String name, double least, double most) {
        Number value = member(in, name).getAsNumber();
        double v = value.doubleValue();
        require(v >= least && v <= most, name + " must lie between " + least + " and " + most + ", not " + v);
        return value;
    }

    private static String text(JsonObject in, String name) {
        return member(in, name).getAsString();
    }

    private static List<String> texts(JsonObject in, String name) {
        JsonArray array = member(in, name).getAsJsonArray();
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.getAsString()));
        return List.copyOf(texts);
    }

    private static JsonElement member(JsonObject in, String name) {
        JsonElement member = in.get(name);
        require(member != null && !member.isJsonNull(), "'" + name + "' is missing");
        return member;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
