package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.WebSession;

/** Each answer tells the browser what our pages may do, and nobody how they are made (ASVS 5.0, 3.4, 14.3.2, 16.5.1). */
class AnswersTellNothingIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\bat [a-z.]+\\(|WildFly|Undertow|JBoss|RESTEasy|Weld|jdbc:");

    @ParameterizedTest
    @ValueSource(
            strings = {"/worklist.xhtml", "/settings.xhtml", "/no-opinion.xhtml", "/nowhere.xhtml", "/errors/500.xhtml"
            })
    void a_page_runs_only_our_scripts_in_no_frame_and_is_kept_by_no_cache(String path) {
        HttpResponse<String> page = reader().get(path);
        String policy = header(page, "Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .containsPattern("script-src 'self' 'nonce-[^']+'")
                .doesNotContain("unsafe-eval");
        assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe-inline");
        protectedEverywhere(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/worklist",
                "/api/v1/nowhere",
                "/api/v1/findings?page=-1",
                "/api/v1/findings/abc/heatmap",
                "/api/v1/worklist?from=yesterday",
                "/dicom-web/studies?limit=-3",
                "/dicom-web/studies/1.2.3/metadata"
            })
    void a_resource_may_do_nothing_in_a_browser_and_fails_without_telling_how_it_is_made(String path) {
        HttpResponse<String> answer = SERVER.as("radiologist").get(path);
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        protectedEverywhere(answer);
        assertThat(answer.body()).doesNotContainPattern(INSIDES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/case.xhtml?study=%00",
                "/case.xhtml?study=%27%20or%201=1",
                "/worklist.xhtml?page=99999999999999&from=x&band=x&state=x",
                "/WEB-INF/web.xml",
                "/jakarta.faces.resource/..%2f..%2fWEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/nothing.js.xhtml?ln=app"
            })
    void whatever_is_asked_for_an_error_page_names_only_the_request(String path) {
        HttpResponse<String> answer = reader().get(path);
        assertThat(answer.statusCode()).isIn(200, 400, 403, 404);
        assertThat(answer.body()).doesNotContainPattern(INSIDES).doesNotContain("<web-app");
        assertThat(answer.headers().map().keySet()).doesNotContain("server", "x-powered-by");
    }

    @Test
    void a_failure_on_a_page_names_its_request_and_nothing_else() {
        HttpResponse<String> page = reader().get("/errors/500.xhtml");
        assertThat(page.body())
                .containsPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
                .doesNotContainPattern(INSIDES)
                .as("nor which version of anything")
                .doesNotContainPattern("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void the_session_cookie_is_for_our_pages_alone() {
        HttpResponse<String> page = new WebSession(SERVER).get("/sign-in.xhtml");
        assertThat(header(page, "Set-Cookie"))
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .doesNotContain("SameSite=None");
    }

    @Test
    void nobody_gets_a_session_cookie_echoed() {
        WebSession reader = reader();
        HttpResponse<String> echo = reader.sendJson("TRACE", "/worklist.xhtml", "", Map.of("Origin", reader.origin()));
        assertThat(echo.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(echo.body()).doesNotContain(reader.cookie());
    }

    private static void protectedEverywhere(HttpResponse<String> answer) {
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().map().keySet()).doesNotContain("server", "x-powered-by");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static WebSession reader() {
        WebSession session = new WebSession(SERVER);
        assertThat(session.signIn("radiologist", SERVER.passwordOf("radiologist")))
                .isTrue();
        return session;
    }
}
