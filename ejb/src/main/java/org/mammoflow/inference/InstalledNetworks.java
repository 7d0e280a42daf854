package org.mammoflow.inference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.classifier.NetworkUnusable;

/** The networks that lie below the models folder. Only they can be chosen: what is typed never becomes a path. */
@ApplicationScoped
public class InstalledNetworks {

    @Inject
    InferenceSettings settings;

    /** By name and version. */
    public List<InstalledNetwork> all() {
        try (Stream<Path> files = Files.walk(settings.models(), 3)) {
            return files.filter(file -> file.endsWith("card.json"))
                    .map(Path::getParent)
                    .sorted()
                    .map(this::described)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("networks not listed: cannot read " + settings.models(), e);
        }
    }

    Optional<InstalledNetwork> find(String network) {
        return all().stream().filter(one -> one.network().equals(network)).findFirst();
    }

    private InstalledNetwork described(Path folder) {
        String network = settings.models().relativize(folder).toString();
        try {
            NetworkCard card = NetworkCard.read(folder);
            return new InstalledNetwork(network, card.sha256(), card.status().label(), "");
        } catch (NetworkUnusable e) {
            return new InstalledNetwork(network, "", "", e.reason() + ": " + e.getMessage());
        }
    }
}
