package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** A viewer of somebody else finds a study, its series and images, and gets header, samples and picture (PS3.18 10.4, 10.6). */
class DicomWebIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final Caller READER = SERVER.as("radiologist");

    private static List<Mammogram> study;
    private static Mammogram one;

    @BeforeAll
    static void one_study() {
        study = Mammograms.study();
        one = study.get(0);
        new Sender(SERVER).storescu(study);
        new Answers(SERVER).ended(study);
    }

    @Test
    void searches_lead_from_the_patient_to_each_image() {
        // The phantom's patient may have been here before.
        JsonArray studies = found("/dicom-web/studies?PatientID=" + text(Tag.PatientID));
        assertThat(values(studies, "00100020")).containsOnly(text(Tag.PatientID));
        assertThat(values(studies, "0020000D")).contains(one.studyInstanceUid());
        JsonArray theStudy = found("/dicom-web/studies?StudyInstanceUID=" + one.studyInstanceUid());
        assertThat(values(theStudy, "0020000D")).containsExactly(one.studyInstanceUid());
        assertThat(values(theStudy, "00201208")).containsExactly("4");

        JsonArray series = found("/dicom-web/studies/" + one.studyInstanceUid() + "/series");
        assertThat(values(series, "0020000E"))
                .containsExactlyInAnyOrderElementsOf(study.stream()
                        .map(image ->
                                image.dataSet().string(Tag.SeriesInstanceUID).orElseThrow())
                        .distinct()
                        .toList());
        assertThat(values(series, "00080060")).containsOnly("MG");

        assertThat(values(found("/dicom-web/studies/" + one.studyInstanceUid() + "/instances"), "00080018"))
                .containsExactlyInAnyOrderElementsOf(
                        study.stream().map(Mammogram::sopInstanceUid).collect(Collectors.toSet()));
        assertThat(values(found(series("/instances")), "00080018")).contains(one.sopInstanceUid());
        assertThat(found("/dicom-web/studies?PatientID=NOBODY")).isEmpty();
    }

    @Test
    void the_header_is_the_objects_without_its_pixels() {
        JsonObject header = found(instance("/metadata")).get(0).getAsJsonObject();
        assertThat(value(header, "00080018")).isEqualTo(one.sopInstanceUid());
        assertThat(value(header, "00280010")).isEqualTo(text(Tag.Rows));
        assertThat(value(header, "00200062")).isEqualTo(text(Tag.ImageLaterality));
        assertThat(header.has("7FE00010") && header.getAsJsonObject("7FE00010").has("InlineBinary"))
                .isFalse();
    }

    @Test
    void the_samples_are_those_that_were_sent_alone_and_as_a_part() {
        byte[] sent = one.dataSet().bytes(Tag.PixelData);
        HttpResponse<byte[]> alone = READER.download(instance("/frames/1"), "application/octet-stream");
        assertThat(alone.statusCode()).isEqualTo(200);
        assertThat(alone.body()).isEqualTo(sent);

        HttpResponse<byte[]> part =
                READER.download(instance("/frames/1"), "multipart/related; type=\"application/octet-stream\"");
        assertThat(part.headers().firstValue("Content-Type").orElse(""))
                .startsWith("multipart/related")
                .contains("application/octet-stream");
        assertThat(new String(part.body(), StandardCharsets.ISO_8859_1))
                .contains(new String(sent, StandardCharsets.ISO_8859_1));
        assertThat(READER.download(instance("/frames/2"), "application/octet-stream")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void the_object_comes_back_byte_for_byte() throws IOException {
        byte[] object = READER.download(instance(""), "application/dicom").body();
        byte[] sent = Files.readAllBytes(one.file());
        // What dcmtk wrote before the data set is its own.
        byte[] tail = new byte[sent.length / 2];
        System.arraycopy(sent, sent.length - tail.length, tail, 0, tail.length);
        assertThat(object).endsWith(tail);
    }

    @Test
    void a_picture_is_drawn_in_the_size_that_fits_and_never_larger() throws IOException {
        for (String mediaType : List.of("image/jpeg", "image/png")) {
            HttpResponse<byte[]> drawn = READER.download(instance("/rendered?viewport=100,100"), mediaType);
            assertThat(drawn.headers().firstValue("Content-Type")).contains(mediaType);
            var picture = ImageIO.read(new ByteArrayInputStream(drawn.body()));
            assertThat(Math.max(picture.getWidth(), picture.getHeight())).isEqualTo(100);
        }
        assertThat(READER.download(instance("/rendered?viewport=100000,100000"), "image/jpeg")
                        .statusCode())
                .isIn(200, 400);
        assertThat(READER.download(instance("/rendered"), "video/mp4").statusCode())
                .isEqualTo(406);
    }

    @Test
    void whoever_looks_is_on_the_trail_and_whoever_may_not_look_sees_nothing() {
        Answers answers = new Answers(SERVER);
        long before = answers.auditRows("IMAGE_VIEWED", one.sopInstanceUid());
        READER.download(instance("/frames/1"), "application/octet-stream");
        assertThat(answers.auditRows("IMAGE_VIEWED", one.sopInstanceUid())).isEqualTo(before + 1);
        for (String path : List.of(instance("/frames/1"), instance("/metadata"), series("/instances"))) {
            assertThat(SERVER.as("admin").get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(SERVER.anonymously().get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    private static JsonArray found(String path) {
        HttpResponse<String> answer = READER.get(path);
        assertThat(answer.statusCode()).as(path).isIn(200, 204);
        return answer.body().isEmpty()
                ? new JsonArray()
                : JsonParser.parseString(answer.body()).getAsJsonArray();
    }

    private static Set<String> values(JsonArray dataSets, String tag) {
        return StreamSupport.stream(dataSets.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(dataSet -> value(dataSet, tag))
                .collect(Collectors.toSet());
    }

    private static String value(JsonObject dataSet, String tag) {
        return dataSet.getAsJsonObject(tag).getAsJsonArray("Value").get(0).getAsString();
    }

    private static String text(int tag) {
        return one.dataSet()
                .string(tag)
                .orElseGet(() -> String.valueOf(one.dataSet().integer(tag).orElseThrow()));
    }

    private static String series(String what) {
        return "/dicom-web/studies/" + one.studyInstanceUid() + "/series/" + text(Tag.SeriesInstanceUID) + what;
    }

    private static String instance(String what) {
        return series("/instances/") + one.sopInstanceUid() + what;
    }
}
