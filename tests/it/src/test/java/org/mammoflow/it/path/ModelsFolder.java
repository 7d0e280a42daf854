package org.mammoflow.it.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mammoflow.parts.server.OutspokenNetwork;
import org.mammoflow.parts.server.ReissuedNetwork;
import org.mammoflow.parts.server.Throwaway;

/** A copy of the network that tests use with variants of it, to choose between and to damage. */
final class ModelsFolder {

    private static final String NAME = "resnet18";

    private final Path folder;
    private final Path original;
    private final String network;

    ModelsFolder() {
        try {
            Path models = OutspokenNetwork.models();
            this.network = Files.readString(models.resolve("active")).strip();
            this.original = models.resolve(network);
            this.folder = Throwaway.folder("models-");
            Path active = folder.resolve(network);
            copy(active);
            // Calm, so that it disagrees with an alarmist whatever the phantom shows.
            String card = Files.readString(active.resolve("card.json"));
            ReissuedNetwork.write(active, text(card, "file"), calling(card, "1.0"));
            Files.writeString(folder.resolve("active"), network);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    /** The network of the release, {@code name/version}; here it calls every image negative. */
    String release() {
        return network;
    }

    /** The same weights under another version and digest that calls every image positive. */
    String alarmist(String version) {
        return withOperatingPoint(version, "0.0");
    }

    /** The same weights under another version and digest that calls no image positive; active from the start. */
    String serene(String version) {
        String variant = withOperatingPoint(version, "1.0");
        write(folder.resolve("active"), variant);
        return variant;
    }

    private String withOperatingPoint(String version, String operatingPoint) {
        String variant = NAME + "/" + version;
        try {
            Path at = folder.resolve(variant);
            copy(at);
            String card = Files.readString(at.resolve("card.json"));
            ReissuedNetwork.write(at, text(card, "file"), calling(replace(card, "version", version), operatingPoint));
            return variant;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves one logit of a network's golden vectors; the answer puts it right again. */
    Runnable damageGolden(String variant) {
        Path golden = folder.resolve(variant).resolve("golden.json");
        try {
            String text = Files.readString(golden);
            Files.writeString(golden, text.replaceFirst("(\"logits\": \\[\\s*)-?[0-9.e-]+", "$19.5"));
            return () -> write(golden, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes by hand what a network's card decides by; its ONNX file stays as it is. */
    Runnable changeCard(String variant) {
        Path card = folder.resolve(variant).resolve("card.json");
        try {
            String text = Files.readString(card);
            Files.writeString(card, replace(text, "operatingPoint", "0.5"));
            return () -> write(card, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path to) throws IOException {
        Files.createDirectories(to);
        String card = Files.readString(original.resolve("card.json"));
        for (String file : new String[] {"card.json", "golden.json", text(card, "file")}) {
            Files.copy(original.resolve(file), to.resolve(file));
        }
    }

    private static String text(String card, String name) {
        return card.replaceAll("(?s).*\"" + name + "\": \"([^\"]*)\".*", "$1");
    }

    /** The band high cannot begin below the operating point. */
    private static String calling(String card, String operatingPoint) {
        return replace(replace(card, "operatingPoint", operatingPoint), "high", "1.0");
    }

    private static String replace(String card, String name, String value) {
        return card.replaceFirst("(\"" + name + "\": \"?)[^\",\\s]*", "$1" + value);
    }
}
