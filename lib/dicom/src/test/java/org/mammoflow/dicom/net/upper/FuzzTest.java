package org.mammoflow.dicom.net.upper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Seeds, and conversations that once broke something, are replayed in every run. */
class FuzzTest {

    @Test
    void replays_the_conversations() throws Exception {
        try (Stream<Path> files = Files.list(seeds())) {
            List<Path> seeds = files.sorted().toList();
            assertThat(seeds).isNotEmpty();
            for (Path seed : seeds) {
                AcceptorFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
            }
        }
    }

    private static Path seeds() throws Exception {
        return Path.of(FuzzTest.class.getResource("fuzz/conversations").toURI());
    }
}
