package org.mammoflow.web.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed bundle; that it is what its source builds is checked by {@code ViewerRebuildIT}, which needs Node. */
class ViewerBundleTest {

    private static final Path BUNDLE = Path.of("src/main/webapp/resources/viewer");

    @Test
    void each_file_is_the_one_that_its_checksum_names() throws Exception {
        List<String> lines = Files.readAllLines(BUNDLE.resolve("SHA256SUMS"));
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            String[] words = line.split(" {2}");
            assertThat(sha256(BUNDLE.resolve(words[1]))).as(words[1]).isEqualTo(words[0]);
        }
    }

    @Test
    void it_makes_no_code_from_text_and_calls_no_other_place() throws IOException {
        String script = Files.readString(BUNDLE.resolve("viewer.js"));
        assertThat(script)
                .doesNotContain("eval(")
                .doesNotContain("new Function")
                .doesNotContain("innerHTML")
                .doesNotContain("https://");
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
