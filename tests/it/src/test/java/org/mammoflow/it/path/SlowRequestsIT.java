package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.WebSession;

/** Who sends slowly holds a connection and keeps nobody else waiting (ASVS 5.0, 15.2.2). */
class SlowRequestsIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    // WildFly has 16 workers for each core.
    private static final int MORE_THAN_WORKERS = 16 * Runtime.getRuntime().availableProcessors() + 50;
    private static final String HEAD = "POST /sign-in.xhtml HTTP/1.1\r\nHost: localhost\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n";

    private final List<RawRequest> slow = new ArrayList<>();

    @AfterEach
    void hang_up() throws IOException {
        for (RawRequest request : slow) {
            request.close();
        }
    }

    @Test
    void bodies_that_never_end_keep_no_worker() throws IOException {
        manyOf(HEAD + FORM + "\r\ns");
        everybodyElseIsServed();
        for (RawRequest request : slow) {
            request.send("i");
        }
        everybodyElseIsServed();
    }

    @Test
    void heads_that_never_end_keep_no_worker_and_are_closed() throws IOException {
        manyOf(HEAD + "X-Never: end");
        everybodyElseIsServed();
        assertThat(slow.get(0).status()).isIn(0, 400, 408);
    }

    @Test
    void who_wants_to_be_asked_before_sending_is_not_waited_for() throws IOException {
        try (RawRequest polite = RawRequest.to(SERVER)) {
            assertThat(polite.send(HEAD + FORM + "Expect: 100-continue\r\n\r\n").status())
                    .isEqualTo(417);
        }
        everybodyElseIsServed();
    }

    private void manyOf(String beginning) throws IOException {
        for (int i = 0; i < MORE_THAN_WORKERS; i++) {
            RawRequest request = RawRequest.to(SERVER);
            slow.add(request);
            request.send(beginning);
        }
    }

    private static void everybodyElseIsServed() {
        assertThat(new WebSession(SERVER).signIn("auditor", SERVER.passwordOf("auditor")))
                .isTrue();
        assertThat(SERVER.as("radiologist").get("/api/v1/worklist").statusCode())
                .isEqualTo(200);
    }
}
