package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** No text that anybody sends makes the server open an address or a file (ASVS 5.0, 1.3.6 and 1.5.1). */
class NothingIsFetchedIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    private final AtomicInteger visits = new AtomicInteger();
    private ServerSocket trap;

    @BeforeEach
    void listen() throws IOException {
        trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread counting = new Thread(this::count);
        counting.setDaemon(true);
        counting.start();
    }

    @AfterEach
    void nobody_came() throws IOException {
        // The trap does count: without this the test could not fail.
        int before = visits.get();
        new Socket(trap.getInetAddress(), trap.getLocalPort()).close();
        Answers.await("the trap's own visitor", () -> visits.get() > before);
        trap.close();
        assertThat(before).isZero();
    }

    private void count() {
        while (!trap.isClosed()) {
            try (Socket visitor = trap.accept()) {
                visits.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Test
    void xml_with_external_entities_is_no_file_of_outcomes_whatever_it_calls_itself() throws IOException {
        Caller auditor = SERVER.as("auditor");
        assertThat(auditor.post("/api/v1/outcomes", "text/csv", xml()).statusCode())
                .isEqualTo(422);
        assertThat(auditor.post("/api/v1/outcomes", "text/csv", workbook()).statusCode())
                .isEqualTo(422);
        assertThat(auditor.post("/api/v1/outcomes", "text/csv", xml()).body()).doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "application/fhir+xml", "application/dicom+xml"})
    void no_resource_takes_xml(String mediaType) {
        for (String path :
                List.of("/api/v1/outcomes", "/api/v1/accounts", "/api/v1/admin/modalities", "/dicom-web/studies")) {
            assertThat(SERVER.as("admin").post(path, mediaType, xml()).statusCode())
                    .as(path)
                    .isIn(403, 404, 405, 415);
        }
    }

    @Test
    void an_address_in_a_query_or_a_header_is_text() {
        String url = "http%3A%2F%2F127.0.0.1%3A" + trap.getLocalPort() + "%2F";
        for (String path : List.of(
                "/api/v1/worklist?patientId=" + url,
                "/dicom-web/studies?PatientID=" + url,
                "/worklist.xhtml?patientId=" + url,
                "/sign-in.xhtml?from=" + url)) {
            assertThat(SERVER.as("radiologist").get(path).statusCode()).as(path).isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1",
                "127.0.0.1/path",
                "user@127.0.0.1",
                "127.0.0.1\\r\\nHost: elsewhere",
                "127.0.0.1?q",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "metadata.google.internal.",
                ""
            })
    void a_modality_has_a_host_and_no_url_and_is_never_the_clouds_own_desk(String host) {
        String body = "{\"host\":\"" + host + "\",\"port\":" + trap.getLocalPort() + "}";
        assertThat(SERVER.as("admin")
                        .putJson("/api/v1/admin/modalities/SSRF", body)
                        .statusCode())
                .isEqualTo(400);
    }

    private String xml() {
        return "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:" + trap.getLocalPort()
                + "/\"><!ENTITY y SYSTEM \"file:///etc/passwd\">]><a>&x;&y;</a>";
    }

    /** An XLSX whose parts are the XML above. */
    private String workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(xml().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
