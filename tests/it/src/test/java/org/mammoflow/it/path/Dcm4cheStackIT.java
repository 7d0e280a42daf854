package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.net.storage.Certificates;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Program;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Checkout;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.ServerOptions;

/** In an archive with both stacks dcm4che answers the DICOM port when it is chosen, and nothing else changes. */
class Dcm4cheStackIT {

    private static final int TLS_PORT = ServerOptions.freePort();

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static MammoflowServer server;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(carriesDcm4che(), "this archive was built without -Pdcm4che");
        certificates = new Certificates(folder).make("modality", "stranger");
        server = MammoflowServer.with()
                .name("dcm4che")
                .option("--dicom-stack", "dcm4che")
                .option("--dicom-tls-port", Integer.toString(TLS_PORT))
                .option("--dicom-tls-trust", certificates.pem("modality").toString())
                .start();
    }

    private static boolean carriesDcm4che() throws IOException {
        try (ZipFile archive = new ZipFile(
                Checkout.root().resolve("server/target/mammoflow.ear").toFile())) {
            return archive.getEntry("lib/dcm4che-net.jar") != null;
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_mammogram_gets_from_dcmtk_to_its_finding() {
        List<Mammogram> study = Mammograms.study();
        new Sender(server).storescu(study);

        study.forEach(mammogram ->
                assertThat(new Answers(server).findingOf(mammogram)).isPositive());
    }

    @Test
    void banner_health_log_and_association_say_that_it_is_dcm4che() throws IOException {
        assertThat(server.awaitConsole("Not a medical device")).contains("stack dcm4che");
        assertThat(details()).anyMatch(detail -> detail.contains("stack dcm4che"));
        assertThat(Files.readString(server.log())).contains("stack dcm4che 5.");
        assertThat(echo(server.dicomPort(), List.of("-d")).output())
                .contains("Their Implementation Version Name: dcm4che-5.");
    }

    @Test
    void refuses_as_the_builtin_stack_does() {
        assertThat(Program.run(List.of(
                                "echoscu", "-aec", "NOBODY", server.dicomHost(), Integer.toString(server.dicomPort())))
                        .output())
                .contains("Called AE Title Not Recognized");
        Mammogram first = Mammograms.one();
        new Sender(server).storescu(List.of(first));
        assertThat(new Sender(server).storescu(first.retaken().file()).output()).contains("0x111");
    }

    @Test
    void commits_to_what_it_has_stored() throws IOException {
        Mammogram mammogram = Mammograms.one();
        new Sender(server).storescu(List.of(mammogram));

        try (CommitmentRequester requester = new CommitmentRequester(server, "IT-MODALITY")) {
            assertThat(requester.ask(Uids.newUid(), mammogram.sopInstanceUid())).isZero();
            Attributes report = requester.report();
            assertThat(CommitmentRequester.uids(report, Tag.ReferencedSOPSequence))
                    .containsExactly(mammogram.sopInstanceUid());
        }
    }

    @Test
    void takes_known_certificates_on_the_tls_port_and_no_other() {
        assertThat(echo(TLS_PORT, tls("modality")).exitStatus()).isZero();
        assertThat(echo(TLS_PORT, tls("stranger")).exitStatus()).isNotZero();
        Answers.await("an audit row", () -> new Answers(server).auditRows("CONNECTION_REFUSED", "127.0.0.1") > 0);
    }

    private static List<String> tls(String name) {
        return List.of(
                "+tls",
                certificates.key(name).toString(),
                certificates.pem(name).toString(),
                "+cf",
                server.home().resolve("tls/mammoflow.pem").toString());
    }

    private static Program.Outcome echo(int port, List<String> options) {
        List<String> command = new ArrayList<>(List.of("echoscu"));
        command.addAll(options);
        command.addAll(List.of("-aec", server.aeTitle(), server.dicomHost(), Integer.toString(port)));
        return Program.run(command);
    }

    private static List<String> details() {
        JsonObject health = Answers.json(server.anonymously().get("/health/ready"));
        return StreamSupport.stream(health.getAsJsonArray("checks").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(check -> check.getAsJsonObject("data").get("detail").getAsString())
                .toList();
    }
}
