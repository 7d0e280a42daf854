package org.mammoflow.cli.modality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.cli.DebianTool;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.phantom.Breast;
import org.mammoflow.phantom.Density;
import org.mammoflow.phantom.Detector;
import org.mammoflow.phantom.Exposure;
import org.mammoflow.phantom.ImplantKind;
import org.mammoflow.phantom.Phantom;
import org.mammoflow.phantom.PhantomImage;
import org.mammoflow.phantom.Side;
import org.mammoflow.phantom.View;

class MammogramObjectTest {
    private static final double SCALE = 0.06;

    @TempDir
    Path folder;

    @Test
    void dciodvfy_finds_no_error_in_any_kind_of_object() throws IOException {
        DebianTool dciodvfy = DebianTool.dciodvfy();
        for (MammogramObject object : everyKind()) {
            Path file = folder.resolve(object.sopInstanceUid());
            DicomFile.write(file, object.attributes(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(dciodvfy.output("-profile", "IHEMammo", file))
                    .contains("MammographyImageForPresentationIHEMammo")
                    .doesNotContain("Error");
            assertThat(dciodvfy.output(file)).doesNotContain("Error");
        }
    }

    /** Each detector, side and view, with and without a displaced implant, and every kind of name. */
    private static List<MammogramObject> everyKind() {
        List<MammogramObject> objects = new ArrayList<>();
        int number = 0;
        for (Detector detector : Detector.ALL) {
            for (Side side : Side.values()) {
                for (View view : View.values()) {
                    number++;
                    boolean implanted = number % 2 == 0;
                    Breast breast = new Breast(
                            number,
                            side,
                            Density.B,
                            implanted ? ImplantKind.SUBGLANDULAR : ImplantKind.NONE,
                            List.of());
                    Visit visit = Visit.forTraining(number, number, detector.scaled(SCALE));
                    Exposure exposure = new Exposure(view, number % 4 == 0, visit.detector());
                    objects.add(MammogramObject.of(visit, Phantom.image(breast, exposure), 1));
                }
            }
        }
        return objects;
    }

    @Test
    void the_same_seed_gives_the_same_object() {
        byte[] once = encoded(new ScreeningRound(3, SCALE).study(2).object(1));
        byte[] again = encoded(new ScreeningRound(3, SCALE).study(2).object(1));
        byte[] otherSeed = encoded(new ScreeningRound(4, SCALE).study(2).object(1));
        assertThat(again).isEqualTo(once);
        assertThat(otherSeed).isNotEqualTo(once);
    }

    private static byte[] encoded(MammogramObject object) {
        return new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toBytes(object.attributes());
    }

    @Test
    void every_object_has_its_own_identity_and_a_study_shares_one() {
        ScreeningRound round = new ScreeningRound(1, SCALE);
        List<MammogramObject> study =
                IntStream.range(0, 4).mapToObj(round.study(1)::object).toList();
        assertThat(study).extracting(MammogramObject::sopInstanceUid).doesNotHaveDuplicates();
        assertThat(study.stream().map(object -> object.attributes().string(Tag.StudyInstanceUID)))
                .containsOnly(study.get(0).attributes().string(Tag.StudyInstanceUID));
        assertThat(round.study(2).visit().studyInstanceUid())
                .isNotEqualTo(round.study(1).visit().studyInstanceUid());
    }

    @Test
    void the_four_views_come_in_hanging_order() {
        List<String> views = IntStream.range(0, 4)
                .mapToObj(index ->
                        new ScreeningRound(1, SCALE).study(1).object(index).attributes())
                .map(object -> object.string(Tag.ImageLaterality).orElse("")
                        + object.string(Tag.ViewPosition).orElse(""))
                .toList();
        assertThat(views).containsExactly("RCC", "LCC", "RMLO", "LMLO");
    }

    @Test
    void nobody_can_take_a_phantom_for_a_patient() {
        for (int number = 1; number <= 10; number++) {
            var object = MammogramObject.of(
                            Visit.forTraining(number, number, Detector.CEDAR.scaled(SCALE)), image(number), 1)
                    .attributes();
            assertThat(object.string(Tag.PatientName))
                    .hasValueSatisfying(name -> assertThat(name).startsWith("PHANTOM^"));
            assertThat(object.string(Tag.PatientID))
                    .hasValueSatisfying(id -> assertThat(id).startsWith("PHANTOM-"));
            assertThat(object.string(Tag.ImageComments))
                    .hasValueSatisfying(text -> assertThat(text).contains("not a patient"));
        }
    }

    private static PhantomImage image(long seed) {
        Breast breast = new Breast(seed, Side.LEFT, Density.A, ImplantKind.NONE, List.of());
        return Phantom.image(breast, new Exposure(View.CC, false, Detector.CEDAR.scaled(SCALE)));
    }

    @Test
    void one_woman_in_ten_has_a_name_in_three_groups_of_characters() {
        PhantomPatient patient = PhantomPatient.number(3);
        assertThat(patient.name().split("=")).hasSize(3);
        assertThat(patient.characterSets()).contains("ISO 2022 IR 87");
    }

    @Test
    void a_misdeclared_implant_contradicts_the_picture() {
        ScreeningStudy study = new ScreeningRound(1, SCALE).study(5);
        assertThat(study.visit().implantMisdeclared()).isTrue();
        assertThat(study.views().get(0).breast().implanted()).isTrue();
        assertThat(study.object(0).attributes().string(Tag.BreastImplantPresent))
                .contains("NO");
    }
}
