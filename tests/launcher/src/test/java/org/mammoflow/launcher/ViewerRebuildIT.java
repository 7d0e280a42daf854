package org.mammoflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.server.Checkout;

/**
 * The viewer's bundle in the archive is what its source builds. It is committed, so that a machine with a JDK alone builds
 * the archive; where there is Node.js, it is built again and compared.
 */
class ViewerRebuildIT {

    private static final Path VIEWER = Checkout.root().resolve("web/viewer");

    @Test
    void the_committed_bundle_is_the_one_that_its_source_builds() throws Exception {
        assumeTrue(succeeds("npm", "--version"), "Node.js with npm is not installed");
        // Only the download may fail for want of a network; what follows may not fail at all.
        assumeTrue(succeeds("npm", "ci", "--no-audit", "--no-fund"), "npm's registry cannot be reached");

        Process check = new ProcessBuilder("sh", "check.sh", "--installed")
                .directory(VIEWER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(VIEWER.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
