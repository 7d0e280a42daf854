package org.mammoflow.classifier;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * SHA-256 of what a card decides by, over the same bytes as {@code card_digest} in {@code models/training/release.py}:
 * sorted, without spaces, nothing beyond JSON's own rules escaped. A number counts as it is written; Python writes each in
 * one way only.
 */
public final class CardDigest {

    /** Metadata key in the ONNX file. */
    static final String KEY = "card_digest";

    // DECIDING in release.py.
    private static final List<String> DECIDING = List.of(
            "name",
            "version",
            "status",
            "input",
            "classes",
            "decision",
            "applicability",
            "acceptedIntents",
            "serving",
            "trainingData",
            "intendedUse",
            "weightsOf");

    private CardDigest() {}

    /**
     * @param card the text of a {@code card.json}
     * @return lower-case hexadecimal
     */
    public static String of(String card) {
        return of(JsonParser.parseString(card).getAsJsonObject());
    }

    static String of(JsonObject card) {
        JsonObject decided = new JsonObject();
        DECIDING.stream().filter(card::has).forEach(name -> decided.add(name, card.get(name)));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(decided).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(JsonElement value) {
        if (value instanceof JsonObject object) {
            return text(object);
        }
        if (value instanceof JsonArray array) {
            StringJoiner items = new StringJoiner(",", "[", "]");
            array.forEach(item -> items.add(text(item)));
            return items.toString();
        }
        return value instanceof JsonPrimitive primitive && primitive.isString()
                ? quoted(primitive.getAsString())
                : value.toString();
    }

    private static String text(JsonObject object) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        Map<String, JsonElement> sorted = new TreeMap<>(object.asMap());
        sorted.forEach((name, value) -> members.add(quoted(name) + ":" + text(value)));
        return members.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            case '\b' -> "\\b";
            default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
        };
    }
}
