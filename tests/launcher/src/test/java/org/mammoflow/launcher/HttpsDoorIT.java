package org.mammoflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.ServerOptions;

/** What the HTTPS port of a server that other machines can reach agrees to (ASVS 5.0, 12.1 and 3.4.1). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HttpsDoorIT {

    private static final String ANY = ".*";
    private static final String WITHOUT_FORWARD_SECRECY = "(TLS|SSL)_RSA_.*|TLS_ECDH_.*";
    private static final String BROKEN = ".*(_NULL_|_anon_|_EXPORT_|_RC4_|_DES_|_3DES_).*";
    // The server's own word; a client that refuses to ask would prove nothing.
    private static final String REFUSED = "refused: .*Received fatal alert.*";

    private static final ServerOptions OPTIONS =
            MammoflowServer.with().name("https").option("--bind", "0.0.0.0");
    private static Process process;
    private static String banner;

    @BeforeAll
    static void start() throws IOException {
        process =
                new ProcessBuilder(OPTIONS.command()).redirectErrorStream(true).start();
        banner = Doors.readUntil(process, "Not a medical device");
    }

    @AfterAll
    static void end() throws Exception {
        process.destroy();
        process.waitFor(90, TimeUnit.SECONDS);
    }

    @Test
    void any_other_address_is_served_by_https_alone_and_first_passwords_open_only_the_choice_of_others()
            throws Exception {
        assertThat(banner).contains("https://").contains("SHA-256 ");
        assertThat(Doors.answersHttps(OPTIONS.httpPort())).isTrue();
        assertThat(Doors.answersHttp(OPTIONS.httpPort())).isFalse();
        String first = "radiologist:" + OPTIONS.prepared().firstPasswordOf("radiologist");
        assertThat(Doors.httpsStatus(OPTIONS.httpPort(), "/api/v1/worklist", first))
                .isEqualTo(403);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stop_stops() throws Exception {
        Commands.Ending stop =
                Commands.mammoflow("stop", "--home", OPTIONS.home().toString());

        assertThat(stop.status()).isZero();
        assertThat(stop.output()).doesNotContain("killed");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Commands.processesOf(OPTIONS.home())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void speaks_the_two_versions_that_are_left_with_forward_secrecy_and_authenticated_encryption(String version)
            throws IOException {
        assertThat(TlsClient.offering(OPTIONS.httpPort(), version, ANY))
                .startsWith(version + " ")
                .matches("\\S+ TLS_(ECDHE_ECDSA_WITH_)?(AES_\\d+_GCM|CHACHA20_POLY1305)_SHA\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "TLSv1", "SSLv3"})
    void refuses_every_older_version(String version) throws IOException {
        assertThat(TlsClient.offering(OPTIONS.httpPort(), version, ANY)).matches(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {WITHOUT_FORWARD_SECRECY, BROKEN, ".*_CBC_.*"})
    void refuses_weak_suites_even_when_nothing_else_is_offered(String suites) throws IOException {
        assertThat(TlsClient.offering(OPTIONS.httpPort(), "TLSv1.2", suites)).matches(REFUSED);
    }

    @Test
    void tells_browsers_to_come_by_https_only_and_marks_its_cookie() throws Exception {
        String answer = Doors.answer(
                OPTIONS.httpPort(), "GET /sign-in.xhtml HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).contains("Strict-Transport-Security: max-age=31536000");
        assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie")))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie.toLowerCase(Locale.ROOT)).contains("secure", "httponly", "samesite"));
    }
}
