package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/**
 * One server for the test classes that change how a site reads, whom it knows and what it calls things; each class leaves it
 * reading plainly.
 */
final class ReadingRoom {

    private static final String PLAIN =
            "{\"mode\":\"AI_BESIDE\",\"readings\":1,\"arbitration\":\"READERS\",\"finalAfterSeconds\":300}";
    private static final MammoflowServer SERVER =
            MammoflowServer.with().name("reading").untilTheEnd();

    private ReadingRoom() {}

    static MammoflowServer server() {
        return SERVER;
    }

    static void reads(String policy) {
        assertThat(SERVER.as("admin")
                        .putJson("/api/v1/admin/reading/policy", policy)
                        .statusCode())
                .isEqualTo(204);
    }

    static void readsPlainly() {
        reads(PLAIN);
    }

    /** Sends them, and waits for the outcome of each. */
    static List<Mammogram> arrived(List<Mammogram> mammograms) {
        new Sender(SERVER).storescu(mammograms);
        new Answers(SERVER).ended(mammograms);
        return mammograms;
    }
}
