package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.classifier.Device;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.platform.TestDatabase;

/** What two administrators have approved is the network that answers, with all that its card decides by. */
class NetworksTest {

    private static final String NETWORK = "resnet34/1.0.0-int8";

    @TempDir
    Path models;

    private NetworkChoice approved;

    @BeforeEach
    void installs_and_describes_a_network() throws IOException {
        for (String folder : List.of(NETWORK, "resnet34/1.0.0")) {
            Path to = Files.createDirectories(models.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of("../models").resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        approved = new NetworkChoice(
                Seat.ACTIVE, NETWORK, NetworkCard.read(models.resolve(NETWORK)).sha256());
    }

    @Test
    void an_operating_point_that_was_edited_after_the_approval_takes_the_network_offline() throws IOException {
        edit(card -> card.replace("\"operatingPoint\": 0.", "\"operatingPoint\": 0.1"));
        assertThat(faultAtStart())
                .startsWith("CARD_CHANGED: ")
                .contains(NETWORK, "restore the card from the release")
                .contains("export a network of another version");
    }

    @Test
    void weights_shared_with_another_file_than_the_approved_one_take_the_network_offline() throws IOException {
        String other = NetworkCard.read(models.resolve("resnet34/1.0.0")).sha256();
        edit(card -> card.replace(other, "0".repeat(64)));
        assertThat(faultAtStart()).startsWith("CARD_CHANGED: ");
    }

    private void edit(UnaryOperator<String> change) throws IOException {
        Path card = models.resolve(NETWORK).resolve("card.json");
        String before = Files.readString(card);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(card, after);
    }

    /** Of the active network, after two have approved it and the server has started again. */
    private String faultAtStart() {
        try (TestDatabase.Opened database = TestDatabase.H2.open()) {
            return database.fromTransaction(entityManager -> {
                NetworkChoices choices = new NetworkChoices();
                choices.entityManager = entityManager;
                choices.clock = Clock.systemUTC();
                choices.trail = TestTrail.of(entityManager);
                choices.settings = new InferenceSettings(
                        models, "resnet18/1.0.0", new Device.Cpu(), 3, Duration.ZERO, Duration.ZERO);
                choices.propose(approved, "", caller("one"));
                choices.approve(choices.open(approved).orElseThrow().id(), caller("other"));

                Networks networks = new Networks();
                networks.choices = choices;
                networks.settings = choices.settings;
                networks.trail = choices.trail;
                networks.load(Seat.ACTIVE);
                return networks.fault(Seat.ACTIVE);
            });
        }
    }

    private static Caller caller(String name) {
        return new Caller(name, "admin", "", "");
    }
}
