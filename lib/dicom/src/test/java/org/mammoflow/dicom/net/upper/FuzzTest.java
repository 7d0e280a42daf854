package org.mammoflow.dicom.net.upper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.fixture.Fuzzing;

/** Seeds, and conversations that once broke something, are replayed in every run; the long profile looks for new ones. */
class FuzzTest {

    @TempDir
    Path folder;

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

    @Test
    @Tag("long")
    void finds_no_conversation_that_breaks_the_acceptor() throws Exception {
        Fuzzing.assertWithstands(AcceptorFuzz.class, seeds(), folder, Duration.ofSeconds(60));
    }

    private static Path seeds() throws Exception {
        return Path.of(FuzzTest.class.getResource("fuzz/conversations").toURI());
    }
}
