package org.mammoflow.classifier;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.mammoflow.classifier.engine.OnnxMetadata;

/** The networks of this checkout, and copies to damage. */
final class Networks {

    static final Path MODELS = Path.of("../../models");

    private Networks() {}

    /** A network of this checkout whose weights are there. */
    static Path any() {
        return all().get(0);
    }

    /** Every network of this checkout. */
    static List<Path> all() {
        try (var paths = Files.walk(MODELS, 3)) {
            return paths.filter(path -> path.endsWith("card.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a network without limits: it judges whatever shows a breast, however unlike its training images. */
    static Path outspoken(Path to) throws IOException {
        Path card = copy(any(), to).resolve("card.json");
        JsonObject limits = JsonParser.parseString(Files.readString(card)).getAsJsonObject();
        limits.getAsJsonObject("decision").remove("noOpinion");
        JsonArray anything = JsonParser.parseString("[-1e6, 1e6]").getAsJsonArray();
        JsonObject applicability = new JsonObject();
        applicability.addProperty("distance", 1e6);
        for (String name : List.of("breastShare", "mean", "deviation")) {
            applicability.add(name, anything);
        }
        limits.add("applicability", applicability);
        Files.writeString(card, limits.toString());
        return reissued(to);
    }

    /** Whether a network computes in 8-bit integers. */
    static boolean isQuantized(Path network) {
        try {
            return Files.readString(network.resolve("card.json")).contains("\"quantized\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A network's folder copied, to be changed. */
    static Path copy(Path network, Path to) throws IOException {
        for (String file : List.of(
                "card.json", "golden.json", NetworkCard.read(network).weights().file())) {
            Files.copy(network.resolve(file), to.resolve(file));
        }
        return to;
    }

    /** Makes the file in a network's folder that of the card there, as an export of this card would. */
    static Path reissued(Path network) throws IOException {
        NetworkCard card = NetworkCard.read(network);
        Path file = network.resolve(card.weights().file());
        byte[] bytes = Files.readAllBytes(file);
        String own = OnnxMetadata.of(bytes).get(CardDigest.KEY);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(own, card.digest());
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        replace(network.resolve("card.json"), card.sha256(), sha256(file));
        return network;
    }

    /** Of a file, lower-case hexadecimal. */
    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces a text in a file that must have it. */
    static void replace(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file + " has no " + before);
        }
        Files.writeString(file, text.replace(before, after));
    }
}
