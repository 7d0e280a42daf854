package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.net.storage.Certificates;
import org.mammoflow.dicom.net.storage.ClientHello;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Program;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.ServerOptions;

/** N20: on its TLS port the server takes images from callers that it can be sure of, and tells of the others. */
class DicomTlsIT {

    private static final int PORT = ServerOptions.freePort();

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static MammoflowServer server;

    @BeforeAll
    static void start() {
        certificates = new Certificates(folder).make("modality", "stranger");
        server = MammoflowServer.with()
                .name("dicom-tls")
                .option("--dicom-tls-port", Integer.toString(PORT))
                .option("--dicom-tls-trust", certificates.pem("modality").toString())
                .option("--accept-unknown-callers", "no")
                .start();
        assertThat(server.as("admin")
                        .putJson("/api/v1/admin/modalities/ROOM1", "{}")
                        .statusCode())
                .isBetween(200, 299);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void takes_a_mammogram_over_tls_from_a_caller_with_a_known_certificate() {
        Mammogram mammogram = Mammograms.one();
        Program.Outcome outcome = dcmtk("storescu", "modality", mammogram.file().toString());

        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        assertThat(new Answers(server).findingOf(mammogram)).isPositive();
    }

    @Test
    void refuses_an_unknown_client_certificate_and_the_trail_names_it() {
        assertThat(dcmtk("echoscu", "stranger").exitStatus()).isNotZero();

        Answers.await("an audit row", () -> refusals().stream().anyMatch(detail -> detail.contains("CN=stranger")));
        assertThat(dcmtk("echoscu", "modality").exitStatus()).isZero();
    }

    @Test
    void refuses_a_caller_without_certificate_and_tells_it() {
        long before = refusals().size();
        assertThat(dcmtk("echoscu", "ROOM1", List.of("+tla"), List.of()).exitStatus())
                .isNotZero();

        Answers.await("an audit row", () -> refusals().size() > before);
    }

    @Test
    void refuses_tls_1_1_and_tells_it() throws Exception {
        assertThat(ClientHello.offering(0x0302).answerFrom(PORT)).isEqualTo("alert protocol_version");

        Answers.await(
                "an audit row",
                () -> refusals().stream().anyMatch(detail -> detail.contains("TLS11") || detail.contains("TLSv1.1")));
    }

    @Test
    void n2_refuses_a_title_that_is_not_on_the_list_whatever_its_certificate() throws Exception {
        assertThat(dcmtk("echoscu", "ROOM2", identity("modality"), List.of()).output())
                .contains("Calling AE Title Not Recognized");
        assertThat(Program.run(List.of(
                                "echoscu",
                                "-aet",
                                "ROOM2",
                                "-aec",
                                server.aeTitle(),
                                server.dicomHost(),
                                Integer.toString(server.dicomPort())))
                        .output())
                .contains("Calling AE Title Not Recognized");
        assertThat(Files.readString(server.log()))
                .contains("calling=\"ROOM2\"")
                .contains("remedy: enter this calling AE title under Administration");
    }

    @Test
    void tells_on_banner_and_in_health_that_the_port_is_open() {
        assertThat(server.awaitConsole("Not a medical device"))
                .contains("DICOM TLS")
                .contains("port " + PORT + ", client certificates required");
        JsonObject health = Answers.json(server.anonymously().get("/health/ready"));
        assertThat(health.getAsJsonArray("checks"))
                .anySatisfy(
                        check -> assertThat(check.getAsJsonObject().get("name").getAsString())
                                .isEqualTo("dicom-tls"))
                .allSatisfy(check -> assertThat(
                                check.getAsJsonObject().get("status").getAsString())
                        .isEqualTo("UP"));
    }

    private static Program.Outcome dcmtk(String tool, String name, String... files) {
        return dcmtk(tool, "ROOM1", identity(name), List.of(files));
    }

    private static List<String> identity(String name) {
        return List.of(
                "+tls",
                certificates.key(name).toString(),
                certificates.pem(name).toString());
    }

    private static Program.Outcome dcmtk(String tool, String title, List<String> identity, List<String> files) {
        List<String> command = new ArrayList<>(List.of(tool, "-aet", title));
        command.addAll(identity);
        command.addAll(List.of(
                "+cf",
                server.home().resolve("tls/mammoflow.pem").toString(),
                "-aec",
                server.aeTitle(),
                server.dicomHost(),
                Integer.toString(PORT)));
        command.addAll(files);
        return Program.run(command);
    }

    private static List<String> refusals() {
        JsonArray rows = JsonParser.parseString(
                        server.as("auditor").get("/api/v1/audit/rows").body())
                .getAsJsonArray();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(row -> row.get("action").getAsString().equals("CONNECTION_REFUSED"))
                .map(row -> row.get("detail").getAsString())
                .toList();
    }
}
