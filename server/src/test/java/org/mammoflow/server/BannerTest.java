package org.mammoflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BannerTest {
    private static final Readiness ANY_CALLER = new Readiness(200, """
            {"status":"UP","checks":[{"name":"dicom","status":"UP","data":{"detail":"AE title MAMMOFLOW, stack dcm4che; \
            any calling AE title is accepted until the first modality is entered"}}]}""");

    @TempDir
    Path home;

    private RunningServer server;

    @BeforeEach
    void describe() throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/server.properties"), """
                pid=1
                url=http://localhost:8081/
                local.url=http://127.0.0.1:8081/
                dicom.bind=127.0.0.1
                dicom.port=11113
                dicom.ae-title=MAMMOFLOW
                tls.keystore=
                dicom.tls-port=
                """);
        server = RunningServer.of(home);
    }

    @Test
    void says_where_pages_dicom_health_and_credentials_are() throws IOException {
        Files.createFile(server.credentials());

        assertThat(banner(new Readiness(200, "{}")))
                .contains("http://localhost:8081/")
                .contains("127.0.0.1 port 11113, AE title MAMMOFLOW")
                .contains("http://127.0.0.1:8081/health/ready")
                .contains(server.credentials().toString())
                .contains("Not a medical device");
    }

    @Test
    void warns_while_any_caller_is_accepted_and_only_then() {
        assertThat(banner(ANY_CALLER)).contains("ANY caller");
        assertThat(banner(new Readiness(200, "{}"))).doesNotContain("ANY caller");
    }

    @Test
    void names_the_dicom_stack_that_answers() {
        assertThat(banner(ANY_CALLER)).contains("AE title MAMMOFLOW, stack dcm4che");
    }

    @Test
    void names_the_tls_port_and_whether_it_asks_for_certificates() {
        assertThat(banner(ANY_CALLER)).doesNotContain("DICOM TLS");

        server.properties().setProperty("dicom.tls-port", "2762");
        assertThat(banner(ANY_CALLER)).contains("DICOM TLS    port 2762, no client certificates asked for");

        server.properties().setProperty("dicom.tls-trust", "/etc/mammoflow/modalities.pem");
        assertThat(banner(ANY_CALLER)).contains("DICOM TLS    port 2762, client certificates required");
    }

    @Test
    void a_complaint_names_the_part_and_its_detail() {
        Readiness notReady = new Readiness(503, """
                {"status":"DOWN","checks":[{"name":"database","status":"UP","data":{"detail":"H2"}},\
                {"name":"network","status":"DOWN","data":{"detail":"offline: no model"}}]}""");

        assertThat(notReady.complaint()).isEqualTo("not ready: network, offline: no model");
        assertThat(new Readiness(0, "").complaint()).isEqualTo("nobody answers");
    }

    private String banner(Readiness readiness) {
        return new Banner(server, readiness, Duration.ofMillis(9_340)).toString();
    }
}
