package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.net.upper.PduBytes.COMMAND;
import static org.mammoflow.dicom.net.upper.PduBytes.LAST;
import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;
import static org.mammoflow.dicom.net.upper.PduBytes.storeCommand;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.net.upper.ScriptedPeer;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/**
 * P1 to P14 of docs/faults.md on the whole server: what is refused leaves neither row nor file, what is kept though it
 * cannot be judged says why, and the next caller finds the server well.
 */
class BadObjectsIT {

    private static final int SUCCESS = 0;

    private final MammoflowServer server = MammoflowServer.shared();
    private final Answers answers = new Answers(server);
    private final RawSender sender = new RawSender(server);
    private final ObjectFiles files = ObjectFiles.of(server);
    private final Set<Path> filesBefore = files.stored();
    private final Mammogram mammogram = Mammograms.one();
    private final Attributes dataSet = mammogram.dataSet();

    @AfterEach
    void leaves_no_arrival_behind_and_answers_echo() throws Exception {
        assertThat(sender.echo().status()).isZero();
        Answers.await("every arrival to end", () -> files.unfinished().isEmpty());
    }

    @Test
    void p1_refuses_an_object_whose_uid_is_not_that_of_the_command() throws Exception {
        refused(0xA900, Uids.newUid(), RawSender.encoded(dataSet));
    }

    @Test
    void p2_refuses_a_sop_class_other_than_that_of_the_context() throws Exception {
        try (ScriptedPeer peer = associate()) {
            peer.send(
                    pData(1, COMMAND | LAST, storeCommand(Uid.SECONDARY_CAPTURE_IMAGE_STORAGE, uid())),
                    pData(1, LAST, head(RawSender.encoded(dataSet), 1000)));
            assertThat(peer.readStatus()).isEqualTo(0x0122);
        }
        isNowhere();
    }

    @Test
    void p2_refuses_a_data_set_of_another_sop_class_than_the_command_says() throws Exception {
        dataSet.set(Tag.SOPClassUID, Uid.SECONDARY_CAPTURE_IMAGE_STORAGE);

        refused(0xA900, uid(), RawSender.encoded(dataSet));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../tmp/mammoflow", "/tmp/mammoflow", "1.2.3\0.4", "1.2.3\n4", "1..2"})
    void p3_refuses_a_hostile_uid_before_it_can_name_anything(String hostile) throws Exception {
        dataSet.set(Tag.SOPInstanceUID, hostile);
        try (ScriptedPeer peer = associate()) {
            peer.send(
                    pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, hostile)),
                    pData(1, LAST, head(RawSender.encoded(dataSet), 1000)));
            assertThat(peer.readStatus()).isEqualTo(0x0117);
        }
        isNowhere();
    }

    @Test
    void p3_refuses_a_hostile_uid_in_the_data_set() throws Exception {
        dataSet.set(Tag.SOPInstanceUID, "../" + uid());

        refused(0xA900, mammogram.sopInstanceUid(), RawSender.encoded(dataSet));
    }

    @Test
    void p3_takes_no_uid_for_another_one_that_begins_with_it() throws Exception {
        String longest = "2.25." + "9".repeat(59);
        dataSet.set(Tag.SOPInstanceUID, longest + "9");
        refused(0xA900, longest, RawSender.encoded(dataSet));
        dataSet.setBytes(Tag.SOPInstanceUID, Vr.UI, (longest + "\\1.2").getBytes(StandardCharsets.US_ASCII));
        refused(0xA900, longest, RawSender.encoded(dataSet));
    }

    @ParameterizedTest
    @CsvSource({
        Tag.StudyInstanceUID + ", ../../etc",
        Tag.StudyInstanceUID + ", 2.25.99999999999999999999999999999999999999999999999999999999999999999",
        Tag.SeriesInstanceUID + ", 1.2\\1.3",
        Tag.SeriesInstanceUID + ", 1..2",
    })
    void p3_refuses_a_study_or_series_that_is_named_by_no_uid(int tag, String hostile) throws Exception {
        byte[] even = (hostile.length() % 2 == 0 ? hostile : hostile + "\0").getBytes(StandardCharsets.US_ASCII);
        dataSet.setBytes(tag, Vr.UI, even);

        refused(0xA900, mammogram.sopInstanceUid(), RawSender.encoded(dataSet));
    }

    @Test
    void p3_takes_a_study_whose_uid_has_leading_zeros_as_some_modalities_write_it() throws Exception {
        dataSet.set(Tag.StudyInstanceUID, "1.2.840.01." + System.nanoTime());

        assertThat(sender.store(MAMMOGRAM, uid(), RawSender.encoded(dataSet))).isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {Tag.SOPInstanceUID, Tag.SOPClassUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID})
    void p4_refuses_an_object_that_lacks_one_of_its_uids(int tag) throws Exception {
        dataSet.remove(tag);

        refused(0xA900, mammogram.sopInstanceUid(), RawSender.encoded(dataSet));
    }

    @ParameterizedTest
    @CsvSource({
        Tag.PatientID + ", PATIENT_UNKNOWN",
        Tag.Modality + ", NOT_A_MAMMOGRAM",
        Tag.PresentationIntentType + ", PRESENTATION_INTENT",
        Tag.Rows + ", UNREADABLE_PIXELS",
        Tag.BitsStored + ", UNREADABLE_PIXELS",
        Tag.PixelData + ", UNREADABLE_PIXELS",
    })
    void p4_keeps_an_object_with_a_clinical_gap_and_says_why_it_is_not_judged(int tag, String reason) throws Exception {
        heldBack(reason, change -> change.remove(tag));
    }

    @Test
    void p5_refuses_an_empty_data_set() throws Exception {
        refused(0xC000, uid(), new byte[0]);
    }

    @Test
    void p5_refuses_random_bytes() throws Exception {
        byte[] random = new byte[100_000];
        new Random(5).nextBytes(random);

        refused(0xC000, uid(), random);
    }

    @Test
    void p6_refuses_a_data_set_that_is_cut_off() throws Exception {
        byte[] whole = RawSender.encoded(dataSet);

        refused(0xC000, uid(), head(whole, whole.length - 11));
    }

    @Test
    void p7_refuses_sequences_nested_deeper_than_64() throws Exception {
        Attributes deepest = new Attributes();
        for (int level = 0; level < 100; level++) {
            deepest = new Attributes().setItems(Tag.RequestAttributesSequence, deepest);
        }
        dataSet.setItems(Tag.RequestAttributesSequence, deepest);

        refused(0xC000, uid(), RawSender.encoded(dataSet));
    }

    @ParameterizedTest
    @CsvSource({"0, 256", "65535, 65535", "12001, 256"})
    void p9_keeps_impossible_sizes_unjudged(int rows, int columns) throws Exception {
        heldBack("UNREADABLE_PIXELS", change -> change.setInt(Tag.Rows, rows).setInt(Tag.Columns, columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "1000000"})
    void p9_keeps_any_number_of_frames_but_one_unjudged(String frames) throws Exception {
        heldBack("UNREADABLE_PIXELS", change -> change.set(Tag.NumberOfFrames, frames));
    }

    @ParameterizedTest
    @CsvSource({"0, 12, 11", "3, 3, 2", "24, 12, 11", "128, 12, 11", "16, 17, 16", "16, 12, 15"})
    void p10_keeps_bits_that_contradict_each_other_unjudged(int allocated, int stored, int high) throws Exception {
        heldBack(
                "UNREADABLE_PIXELS",
                change -> change.setInt(Tag.BitsAllocated, allocated)
                        .setInt(Tag.BitsStored, stored)
                        .setInt(Tag.HighBit, high));
    }

    @Test
    void p10_keeps_colour_unjudged() throws Exception {
        heldBack(
                "UNREADABLE_PIXELS",
                change -> change.setInt(Tag.SamplesPerPixel, 3).set(Tag.PhotometricInterpretation, "RGB"));
    }

    @Test
    void p12_never_replaces_the_image_of_a_reviewed_finding() throws Exception {
        assertThat(store(mammogram)).isEqualTo(SUCCESS);
        long finding = answers.findingOf(mammogram);
        Caller reader = server.as("radiologist");
        String review = "{\"verdict\":\"CONFIRMED\",\"comment\":\"\"}";
        assertThat(reader.postJson("/api/v1/findings/" + finding + "/reviews", review)
                        .statusCode())
                .isEqualTo(201);
        JsonObject before = answers.instance(uid()).orElseThrow();

        assertThat(store(mammogram.retaken())).isEqualTo(0x0111);

        assertThat(answers.instance(uid())).contains(before);
        assertThat(answers.findingOf(mammogram)).isEqualTo(finding);
    }

    @Test
    void p13_keeps_odd_metadata_byte_for_byte_and_shows_it_inert() throws Exception {
        dataSet.set(Tag.PatientName, "A^B=C=D=E=F\u001B[31m" + "x".repeat(60_000))
                .setBytes(Tag.StudyDescription, Vr.LO, "Größe\r\n".getBytes(StandardCharsets.UTF_8))
                .set(Tag.SpecificCharacterSet, "ISO_IR 144")
                .set(Tag.KVP, Vr.LO, "twenty-eight")
                .set(Tag.StudyDate, Vr.DA, "yesterday");
        byte[] sent = RawSender.encoded(dataSet);

        assertThat(sender.store(MAMMOGRAM, uid(), sent)).isEqualTo(SUCCESS);

        assertThat(outcome(mammogram).get("state").getAsString()).isNotEqualTo("FAILED");
        byte[] kept = Files.readAllBytes(
                files.of(answers.instance(uid()).orElseThrow().get("sha256").getAsString()));
        assertThat(Arrays.copyOfRange(kept, kept.length - sent.length, kept.length))
                .isEqualTo(sent);
        String page = server.as("radiologist")
                .get("/dicom-web/studies/" + mammogram.studyInstanceUid() + "/metadata")
                .body();
        assertThat(page).contains("A^B").doesNotContain("\u001B");
    }

    @Test
    void p14_never_judges_a_mammogram_under_another_label() throws Exception {
        heldBack(Uid.SECONDARY_CAPTURE_IMAGE_STORAGE, "NOT_A_MAMMOGRAM", change -> change.set(Tag.Modality, "OT"));
    }

    @ParameterizedTest
    @CsvSource({
        Tag.Modality + ", RG, NOT_A_MAMMOGRAM",
        Tag.PresentationIntentType + ", FOR PROCESSING, PRESENTATION_INTENT",
        Tag.EstimatedRadiographicMagnificationFactor + ", 1.8, MAGNIFICATION_VIEW",
        Tag.BurnedInAnnotation + ", YES, BURNED_IN_TEXT",
        Tag.Laterality + ", B, SIDES_CONTRADICT",
    })
    void p14_never_judges_what_is_no_plain_mammogram(int tag, String value, String reason) throws Exception {
        heldBack(reason, change -> change.set(tag, value));
    }

    @Test
    void p14_never_judges_an_image_without_a_breast() throws Exception {
        heldBack(
                "NO_BREAST_FOUND",
                change -> change.setBytes(Tag.PixelData, Vr.OW, new byte[change.bytes(Tag.PixelData).length]));
    }

    private void refused(int status, String uidOfTheCommand, byte[] bytes) throws Exception {
        assertThat(sender.store(MAMMOGRAM, uidOfTheCommand, bytes)).isEqualTo(status);
        isNowhere();
        assertThat(answers.instance(uidOfTheCommand)).isEmpty();
    }

    private void isNowhere() {
        assertThat(answers.instance(mammogram.sopInstanceUid())).isEmpty();
        assertThat(server.as("radiologist")
                        .get("/dicom-web/studies/" + mammogram.studyInstanceUid() + "/metadata")
                        .statusCode())
                .isEqualTo(404);
        assertThat(files.stored()).isEqualTo(filesBefore);
    }

    private void heldBack(String reason, Consumer<Attributes> change) throws Exception {
        heldBack(MAMMOGRAM, reason, change);
    }

    private void heldBack(String sopClass, String reason, Consumer<Attributes> change) throws Exception {
        dataSet.set(Tag.SOPClassUID, sopClass);
        change.accept(dataSet);

        assertThat(sender.store(sopClass, uid(), RawSender.encoded(dataSet))).isEqualTo(SUCCESS);

        JsonObject image = outcome(mammogram);
        assertThat(image.get("state").getAsString()).as(image.toString()).isEqualTo("UNSUITABLE");
        assertThat(image.getAsJsonObject("job").get("reason").getAsString()).startsWith(reason);
        assertThat(image.has("finding")).isFalse();
    }

    private JsonObject outcome(Mammogram sent) {
        return answers.ended(List.of(sent)).get(0);
    }

    private int store(Mammogram sent) throws Exception {
        return sender.store(MAMMOGRAM, sent.sopInstanceUid(), RawSender.encoded(sent.dataSet()));
    }

    private ScriptedPeer associate() {
        return ScriptedPeer.associate(server.dicomPort());
    }

    private String uid() {
        return mammogram.sopInstanceUid();
    }

    private static byte[] head(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }
}
