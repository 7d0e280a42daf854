package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** Whoever knows or guesses an identifier gets nothing by it that the role forbids, and learns nothing from the refusal. */
class ForeignObjectsIT {

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
    @MethodSource("objects")
    void nobody_gets_an_object_of_a_patient_without_signing_in(String path) {
        assertThat(SERVER.anonymously().get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void no_administrator_gets_an_object_of_a_patient(String path) {
        assertThat(SERVER.as("admin").get(path).statusCode()).isEqualTo(403);
        assertThat(SERVER.as("modality-admin").get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void what_is_handed_out_is_kept_by_no_cache(String path) {
        var answer = SERVER.as("radiologist").get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @MethodSource("exports")
    void only_auditors_get_exports(String path) {
        assertThat(SERVER.anonymously().get(path).statusCode()).isEqualTo(401);
        for (String user : List.of("radiologist", "arbiter", "admin", "modality-admin")) {
            assertThat(SERVER.as(user).get(path).statusCode()).as(user).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void a_guess_finds_nothing(String path) {
        assertThat(SERVER.as("radiologist").get(path).statusCode()).isEqualTo(404);
    }

    static Stream<String> objects() {
        String image = image();
        return Stream.of(
                "/api/v1/studies/" + mammogram.studyInstanceUid() + "/case",
                "/api/v1/findings/" + finding + "/heatmap",
                image + "/metadata",
                image + "/frames/1",
                image + "/rendered?viewport=64,64",
                "/dicom-web/studies/" + mammogram.studyInstanceUid() + "/metadata");
    }

    static Stream<String> exports() {
        return Stream.of("csv", "xlsx", "pdf", "fhir").map(format -> "/api/v1/reports/findings." + format);
    }

    static Stream<String> guesses() {
        return Stream.of(
                "/api/v1/studies/1.2.3.4/case",
                "/api/v1/instances/1.2.3.4",
                "/api/v1/findings/999999999/heatmap",
                image().replace(mammogram.sopInstanceUid(), "1.2.3.4") + "/frames/1",
                image().replace(mammogram.studyInstanceUid(), "1.2.3.4") + "/frames/1",
                "/api/v1/studies/..%2F..%2Fetc%2Fpasswd/case");
    }

    private static String image() {
        return "/dicom-web/studies/%s/series/%s/instances/%s"
                .formatted(
                        mammogram.studyInstanceUid(),
                        mammogram.dataSet().string(Tag.SeriesInstanceUID).orElseThrow(),
                        mammogram.sopInstanceUid());
    }
}
