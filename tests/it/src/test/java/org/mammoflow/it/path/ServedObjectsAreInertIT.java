package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** P16: a file that is a program or a page as well as DICOM is only DICOM when it leaves the server again. */
class ServedObjectsAreInertIT {

    private static final int PREAMBLE = 128;
    private static final String PAGE = "<html><script>alert(1)</script>";

    private final MammoflowServer server = MammoflowServer.shared();

    @Test
    void an_object_is_served_without_its_preamble_and_never_opened_by_a_browser() throws Exception {
        Mammogram mammogram = Mammograms.one();
        disguise(mammogram.file());
        assertThat(new Sender(server).storescu(mammogram.file()).exitStatus()).isZero();

        HttpResponse<byte[]> served = server.as("radiologist").download(address(mammogram), "application/dicom");

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(Arrays.copyOf(served.body(), PREAMBLE)).containsOnly(0);
        assertThat(Arrays.copyOfRange(served.body(), PREAMBLE, PREAMBLE + 4))
                .isEqualTo("DICM".getBytes(StandardCharsets.US_ASCII));
        assertInert(served.headers());
        assertThat(served.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + mammogram.sopInstanceUid() + ".dcm\"");
    }

    @Test
    void as_a_part_of_a_message_it_is_as_inert() throws Exception {
        Mammogram mammogram = Mammograms.one();
        disguise(mammogram.file());
        assertThat(new Sender(server).storescu(mammogram.file()).exitStatus()).isZero();

        HttpResponse<byte[]> served =
                server.as("radiologist").download(address(mammogram), "multipart/related; type=\"application/dicom\"");

        assertThat(new String(served.body(), StandardCharsets.ISO_8859_1)).doesNotContain(PAGE);
        assertInert(served.headers());
        assertThat(served.headers().firstValue("Content-Disposition")).hasValue("attachment");
    }

    private static void assertInert(HttpHeaders headers) {
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(headers.firstValue("Content-Type").orElse("")).doesNotContain("html");
    }

    private static void disguise(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        byte[] page = PAGE.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(page, 0, bytes, 0, page.length);
        Files.write(file, bytes);
    }

    private static String address(Mammogram mammogram) {
        return "/dicom-web/studies/%s/series/%s/instances/%s"
                .formatted(
                        mammogram.studyInstanceUid(),
                        mammogram.dataSet().string(Tag.SeriesInstanceUID).orElseThrow(),
                        mammogram.sopInstanceUid());
    }
}
