package org.mammoflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** An update of the application in a running server must not leave native libraries behind. */
class RedeployLeavesOneNativeCopyIT {

    @Test
    void three_redeployments_later_one_copy_is_mapped_and_images_are_still_classified() throws IOException {
        try (MammoflowServer server = MammoflowServer.with().name("redeploy").start()) {
            classifyOne(server);
            assertThat(server.mappedCopies("libonnxruntime.so")).isEqualTo(1);
            for (int i = 0; i < 3; i++) {
                server.redeploy();
                Answers.await(
                        "the redeployed application",
                        () -> server.anonymously().get("/health/ready").statusCode() == 200);
                classifyOne(server);
            }
            assertThat(server.mappedCopies("libonnxruntime.so")).isEqualTo(1);
        }
    }

    private static void classifyOne(MammoflowServer server) {
        Mammogram mammogram = Mammograms.one();
        new Sender(server).storescu(List.of(mammogram));
        assertThat(new Answers(server).findingOf(mammogram)).isPositive();
    }
}
