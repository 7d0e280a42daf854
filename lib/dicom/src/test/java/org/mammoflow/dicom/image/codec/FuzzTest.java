package org.mammoflow.dicom.image.codec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.dicom.fixture.Fuzzing;

/** Seeds, and codestreams that once broke something, are replayed in every run; the long profile looks for new ones. */
class FuzzTest {

    @TempDir
    Path folder;

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of(CodestreamFuzz.Rle.class, "rle"),
                Arguments.of(CodestreamFuzz.JpegDct.class, "jpegDct"),
                Arguments.of(CodestreamFuzz.JpegLossless.class, "jpegLossless"),
                Arguments.of(CodestreamFuzz.JpegLs.class, "jpegLs"),
                Arguments.of(CodestreamFuzz.Jpeg2000.class, "jpeg2000"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("targets")
    void replays_the_codestreams(Class<?> target, String seeds) throws Exception {
        for (Path seed : files(folderOf(seeds))) {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) Files.readAllBytes(seed));
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("targets")
    @Tag("long")
    void finds_no_codestream_that_breaks_the_decoder(Class<?> target, String seeds) throws Exception {
        Fuzzing.assertWithstands(target, folderOf(seeds), folder, Duration.ofSeconds(60));
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Path folderOf(String name) throws Exception {
        return Path.of(FuzzTest.class.getResource("seeds/" + name).toURI());
    }
}
