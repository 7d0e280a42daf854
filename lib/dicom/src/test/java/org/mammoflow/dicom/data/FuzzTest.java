package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.fixture.Fuzzing;

/** Seeds, and inputs that once broke something, are replayed in every run; the long profile looks for new ones. */
class FuzzTest {

    @TempDir
    Path folder;

    @Test
    void replays_the_data_sets() throws Exception {
        for (Path seed : seeds("data-sets")) {
            DataSetFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
        }
    }

    @Test
    void replays_the_texts() throws Exception {
        for (Path seed : seeds("texts")) {
            CharacterSetFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
        }
    }

    @Test
    @Tag("long")
    void finds_no_data_set_that_breaks_the_reader() throws Exception {
        Fuzzing.assertWithstands(DataSetFuzz.class, folderOf("data-sets"), folder, Duration.ofSeconds(60));
    }

    @Test
    @Tag("long")
    void finds_no_text_that_breaks_the_decoder() throws Exception {
        Fuzzing.assertWithstands(CharacterSetFuzz.class, folderOf("texts"), folder, Duration.ofSeconds(60));
    }

    private static List<Path> seeds(String name) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folderOf(name))) {
            List<Path> seeds = files.sorted().toList();
            assertThat(seeds).isNotEmpty();
            return seeds;
        }
    }

    private static Path folderOf(String name) throws URISyntaxException {
        return Path.of(FuzzTest.class.getResource("fuzz/" + name).toURI());
    }
}
