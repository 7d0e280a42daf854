package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Nobody sees or changes what the role forbids, whatever the address. */
class RolesIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final String CONFIRM = "{\"verdict\":\"CONFIRMED\"}";

    private static Mammogram mammogram;
    private static long finding;

    @BeforeAll
    static void one_finding() {
        mammogram = Mammograms.one();
        new Sender(SERVER).storescu(List.of(mammogram));
        finding = new Answers(SERVER).findingOf(mammogram);
    }

    static Stream<Arguments> forbiddenByRole() {
        return Stream.of(
                Arguments.of("radiologist", "/api/v1/audit/verify"),
                Arguments.of("radiologist", "/api/v1/audit/rows"),
                Arguments.of("radiologist", "/api/v1/reports/findings.csv"),
                Arguments.of("radiologist", "/api/v1/reports/findings.pdf"),
                Arguments.of("radiologist", "/api/v1/reports/findings"),
                Arguments.of("radiologist", "/api/v1/networks"),
                Arguments.of("radiologist", "/api/v1/accounts"),
                Arguments.of("radiologist", "/api/v1/shadow/disagreements"),
                Arguments.of("radiologist", "/api/v1/shadow/tallies"),
                Arguments.of("radiologist", "/api/v1/outcomes"),
                Arguments.of("radiologist", "/api/v1/rereads"),
                Arguments.of("admin", "/api/v1/outcomes"),
                Arguments.of("admin", "/api/v1/rereads"),
                Arguments.of("auditor", "/api/v1/networks"),
                Arguments.of("auditor", "/api/v1/accounts"),
                Arguments.of("admin", "/api/v1/shadow/disagreements"),
                Arguments.of("radiologist", "/api/v1/admin/modalities"),
                Arguments.of("radiologist", "/api/v1/admin/failed-jobs"),
                Arguments.of("radiologist", "/api/v1/admin/conflicts"),
                Arguments.of("auditor", "/api/v1/admin/modalities"),
                Arguments.of("auditor", "/api/v1/admin/failed-jobs"),
                Arguments.of("admin", "/api/v1/worklist"),
                Arguments.of("admin", "/api/v1/reports/findings.csv"),
                Arguments.of("admin", "/api/v1/findings"));
    }

    @ParameterizedTest
    @MethodSource("forbiddenByRole")
    void what_a_role_may_not_see_is_forbidden(String user, String path) {
        assertThat(SERVER.as(user).get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin"})
    void who_is_no_radiologist_cannot_review_or_claim(String user) {
        assertThat(SERVER.as(user)
                        .postJson("/api/v1/findings/" + finding + "/reviews", CONFIRM)
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVER.as(user)
                        .putJson("/api/v1/studies/" + mammogram.studyInstanceUid() + "/claim", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"radiologist", "auditor"})
    void who_is_no_administrator_cannot_change_modalities(String user) {
        assertThat(SERVER.as(user)
                        .putJson("/api/v1/admin/modalities/EVIL", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVER.as(user).delete("/api/v1/admin/modalities/EVIL").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/worklist",
                "/api/v1/findings",
                "/api/v1/audit/verify",
                "/api/v1/reports/findings.csv",
                "/api/v1/admin/modalities",
                "/api/v1/openapi.yaml"
            })
    void anonymous_sees_nothing_over_rest(String path) {
        assertThat(SERVER.anonymously().get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void anonymous_sees_no_image_over_dicomweb() {
        assertThat(SERVER.anonymously()
                        .get("/dicom-web/studies/" + mammogram.studyInstanceUid() + "/metadata")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/worklist.xhtml", "/case.xhtml", "/report.xhtml", "/audit.xhtml", "/admin.xhtml"})
    void anonymous_is_led_from_every_page_to_the_sign_in(String path) {
        var answer = SERVER.anonymously().get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in.xhtml");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        var wrong = Caller.of(SERVER.url(), "radiologist", "wrong").get("/api/v1/worklist");
        var unknown = Caller.of(SERVER.url(), "nobody", "wrong").get("/api/v1/worklist");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{bad", "[1]"})
    void what_is_no_json_object_is_refused_as_such(String body) {
        var answer = SERVER.as("radiologist").postJson("/api/v1/findings/" + finding + "/reviews", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void probes_and_only_probes_are_open() {
        assertThat(SERVER.anonymously().get("/health/live").statusCode()).isEqualTo(200);
        assertThat(SERVER.anonymously().get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(SERVER.anonymously().get("/management").statusCode()).isNotEqualTo(200);
    }
}
