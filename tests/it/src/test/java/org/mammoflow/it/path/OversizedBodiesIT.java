package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.WebSession;

/** Bodies that are too large, too deep, of too many parts or of more than they seem are refused, and cost nobody else. */
class OversizedBodiesIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final int MIB = 1 << 20;
    private static final String BOUNDARY = "xxxx";

    @AfterEach
    void the_next_caller_is_served() {
        assertThat(SERVER.as("auditor").get("/api/v1/outcomes").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {2L * MIB, 4L << 30, Long.MAX_VALUE})
    void what_is_announced_too_large_is_not_waited_for(long length) throws IOException {
        try (RawRequest request = post("/api/v1/outcomes", "text/csv", "Content-Length: " + length + "\r\n")) {
            assertThat(request.send("study").status()).isIn(0, 400, 413);
        }
    }

    @Test
    void a_body_in_chunks_without_end_is_cut_off() throws IOException {
        byte[] chunk = ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        try (RawRequest request = post("/api/v1/outcomes", "text/csv", "Transfer-Encoding: chunked\r\n")) {
            while (sent < 1000) {
                request.send(chunk);
                sent++;
            }
        } catch (IOException cutOff) {
            assertThat(sent).isPositive();
        }
        assertThat(sent).as("chunks of 64 KiB").isLessThan(1000);
    }

    @Test
    void a_gzip_bomb_is_not_unpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bomb)) {
            packed.write("{\"present\":\"".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                packed.write(new byte[MIB]);
            }
        }
        try (RawRequest request = RawRequest.to(SERVER)) {
            request.send("PUT /api/v1/accounts/own/password HTTP/1.1\r\nHost: localhost\r\n" + basic()
                            + "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + bomb.size()
                            + "\r\n\r\n")
                    .send(bomb.toByteArray());
            assertThat(request.status()).isIn(400, 415);
        }
    }

    @Test
    void json_of_a_hundred_thousand_levels_is_refused() {
        String deep = "{\"present\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(SERVER.as("auditor")
                        .putJson("/api/v1/accounts/own/password", deep)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_form_of_five_thousand_parts_or_fields_does_nothing() throws IOException {
        StringBuilder parts = new StringBuilder();
        StringBuilder fields = new StringBuilder("x=y");
        for (int i = 0; i < 5000; i++) {
            parts.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"p")
                    .append(i)
                    .append("\"\r\n\r\n\r\n");
            fields.append("&f").append(i).append('=');
        }
        parts.append("--" + BOUNDARY + "--\r\n");
        refused("multipart/form-data; boundary=" + BOUNDARY, parts.toString());
        refused("application/x-www-form-urlencoded", fields.toString());
    }

    @Test
    void a_file_above_one_mebibyte_is_not_taken() throws IOException {
        String file =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"import:file\"; filename=\"o.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + "a".repeat(2 * MIB) + "\r\n--" + BOUNDARY + "--\r\n";
        refused("multipart/form-data; boundary=" + BOUNDARY, file);
    }

    /** Sent to a page that takes files, by somebody who may: no answer that it was done, none that anything broke. */
    private static void refused(String contentType, String body) throws IOException {
        WebSession session = new WebSession(SERVER);
        assertThat(session.signIn("auditor", SERVER.passwordOf("auditor"))).isTrue();
        try (RawRequest request = RawRequest.to(SERVER)) {
            request.send("POST /outcomes.xhtml HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nCookie: "
                    + session.cookie() + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length()
                    + "\r\n\r\n");
            try {
                request.send(body);
            } catch (IOException cutOff) {
                // It was told before it had sent everything.
            }
            assertThat(request.status()).isIn(0, 302, 400, 413);
        }
    }

    private static RawRequest post(String path, String contentType, String length) throws IOException {
        return RawRequest.to(SERVER)
                .send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + basic() + "Content-Type: " + contentType
                        + "\r\n" + length + "\r\n");
    }

    private static String basic() {
        String pair = "auditor:" + SERVER.passwordOf("auditor");
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }
}
