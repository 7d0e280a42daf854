package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.WebSession;

/** Another site's page does nothing in a reader's name, and a session is worth nothing to anybody else (ASVS 5.0, 3.5, 7). */
class ForgedRequestsIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    private static Mammogram mammogram;
    private static long finding;

    @BeforeAll
    static void one_finding() {
        mammogram = Mammograms.one();
        new Sender(SERVER).storescu(List.of(mammogram));
        finding = new Answers(SERVER).findingOf(mammogram);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin=https://evil.example", "Sec-Fetch-Site=cross-site", "Sec-Fetch-Site=same-site"})
    void another_sites_page_confirms_claims_and_signs_nobody_out(String header) {
        WebSession victim = signedIn("radiologist");
        Map<String, String> forged = Map.of(header.split("=")[0], header.split("=")[1]);

        assertThat(victim.sendJson(
                                "POST",
                                "/api/v1/findings/" + finding + "/reviews",
                                "{\"verdict\":\"CONFIRMED\"}",
                                forged)
                        .statusCode())
                .isEqualTo(403);
        assertThat(victim.sendJson("PUT", claim(), "{}", forged).statusCode()).isEqualTo(403);
        assertThat(victim.post("/worklist.xhtml", Map.of("urgency", "urgency"), forged)
                        .statusCode())
                .isEqualTo(403);
        assertThat(victim.post("/sign-out", Map.of(), forged).statusCode()).isEqualTo(403);
        assertThat(victim.get("/worklist.xhtml").statusCode())
                .as("still signed in")
                .isEqualTo(200);
        assertThat(new Answers(SERVER).auditRows("FINDING_REVIEWED", Long.toString(finding)))
                .isZero();
    }

    @Test
    void a_cookie_without_any_origin_changes_nothing() {
        assertThat(signedIn("radiologist")
                        .sendJson("PUT", claim(), "{}", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void our_own_page_may() {
        WebSession reader = signedIn("radiologist");
        Map<String, String> own = Map.of("Origin", reader.origin());
        assertThat(reader.sendJson("PUT", claim(), "{}", own).statusCode()).isEqualTo(200);
        assertThat(reader.sendJson("DELETE", claim(), "", own).statusCode()).isEqualTo(204);
    }

    @Test
    void a_link_in_another_system_finds_the_reader_signed_in() throws Exception {
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] link = ("<a id='case' href='" + SERVER.url() + "case.xhtml?study=" + mammogram.studyInstanceUid()
                        + "'>case</a>")
                .getBytes(StandardCharsets.UTF_8);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, link.length);
            exchange.getResponseBody().write(link);
            exchange.close();
        });
        elsewhere.start();
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("radiologist");
            // Another site than 127.0.0.1, as another host of the hospital is.
            page.navigate("http://localhost:" + elsewhere.getAddress().getPort() + "/");
            page.locator("#case").click();
            assertThat(page.locator(".bar-name")).hasText("radiologist");
            page.locator("mammoflow-viewer").waitFor();
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void a_link_signs_nobody_out() {
        WebSession reader = signedIn("radiologist");
        assertThat(reader.get("/sign-out").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(reader.get("/worklist.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_that_was_planted_before_the_sign_in_is_worth_nothing_after_it() {
        WebSession victim = new WebSession(SERVER);
        victim.get("/sign-in.xhtml");
        String planted = victim.cookie();
        assertThat(victim.signIn("radiologist2", SERVER.passwordOf("radiologist2")))
                .isTrue();

        assertThat(victim.cookie()).isNotEqualTo(planted);
        assertThat(victim.get("/worklist.xhtml").statusCode()).isEqualTo(200);
        assertThat(new WebSession(SERVER)
                        .holding(planted)
                        .get("/worklist.xhtml")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void after_signing_out_the_old_cookie_opens_nothing() {
        WebSession reader = signedIn("radiologist2");
        String cookie = reader.cookie();
        reader.post("/sign-out", Map.of(), Map.of("Origin", reader.origin()));

        WebSession thief = new WebSession(SERVER).holding(cookie);
        assertThat(thief.get("/worklist.xhtml").statusCode()).isEqualTo(302);
        assertThat(thief.holding(cookie).get("/api/v1/worklist").statusCode()).isEqualTo(401);
    }

    @Test
    void a_view_state_that_somebody_made_up_decides_nothing() {
        WebSession reader = signedIn("radiologist");
        HttpResponse<String> answer = reader.post(
                "/case.xhtml?study=" + mammogram.studyInstanceUid(),
                Map.of(
                        "decisions", "decisions",
                        "decisions:j_idt1:0:confirm", "Confirm",
                        "jakarta.faces.ViewState", "4711:-4711"),
                Map.of("Origin", reader.origin()));
        assertThat(answer.statusCode()).isIn(302, 403, 500);
        assertThat(answer.body()).doesNotContain("Exception", "org.mammoflow");
        assertThat(new Answers(SERVER).auditRows("FINDING_REVIEWED", Long.toString(finding)))
                .isZero();
    }

    @Test
    void another_sites_page_opens_no_websocket() {
        WebSession reader = signedIn("radiologist");
        URI channel = URI.create(SERVER.url().replace("http:", "ws:") + "jakarta.faces.push/worklist?x");
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .header("Cookie", reader.cookie())
                        .buildAsync(channel, new WebSocket.Listener() {})
                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private static String claim() {
        return "/api/v1/studies/" + mammogram.studyInstanceUid() + "/claim";
    }

    private static WebSession signedIn(String user) {
        WebSession session = new WebSession(SERVER);
        assertThat(session.signIn(user, SERVER.passwordOf(user))).isTrue();
        return session;
    }
}
