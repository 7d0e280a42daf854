package org.mammoflow.parts.server;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The release's network without the limits of its card: it has an opinion on every breast, also on the small phantoms
 * drawn by chance that tests send. What the limits are for is shown on the network as it is released.
 */
public final class OutspokenNetwork {

    private static final Path FOLDER = made();

    private OutspokenNetwork() {}

    /** A folder for {@code --models} with this network alone, active. */
    public static Path models() {
        return FOLDER;
    }

    private static Path made() {
        try {
            Path models = Checkout.root().resolve("models");
            Path folder = Throwaway.folder("outspoken-");
            String active = Files.readString(models.resolve("active")).strip();
            Path network = Files.createDirectories(folder.resolve(active));
            try (Stream<Path> files = Files.list(models.resolve(active))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, network.resolve(file.getFileName()));
                }
            }
            Files.writeString(folder.resolve("active"), active);
            withoutLimits(network);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutLimits(Path network) throws IOException {
        JsonObject card = JsonParser.parseString(Files.readString(network.resolve("card.json")))
                .getAsJsonObject();
        card.getAsJsonObject("decision").remove("noOpinion");
        JsonObject limits = new JsonObject();
        limits.addProperty("distance", 1e6);
        for (String name : List.of("breastShare", "mean", "deviation")) {
            JsonArray anything = new JsonArray();
            anything.add(-1e6);
            anything.add(1e6);
            limits.add(name, anything);
        }
        card.add("applicability", limits);
        ReissuedNetwork.write(
                network,
                card.get("file").getAsString(),
                new GsonBuilder().setPrettyPrinting().create().toJson(card));
    }
}
