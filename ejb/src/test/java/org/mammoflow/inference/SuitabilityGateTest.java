package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;

/** P14: what is no plain mammogram of one known breast never gets to the network, and the reason is told. */
class SuitabilityGateTest {

    private final SuitabilityGate gate = new SuitabilityGate("FOR PRESENTATION"::equals);
    private final Attributes mammogram = new Attributes()
            .set(Tag.SOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
            .set(Tag.Modality, "MG")
            .set(Tag.PresentationIntentType, "FOR PRESENTATION")
            .set(Tag.PatientID, "PHANTOM-1")
            .set(Tag.ImageLaterality, "L")
            .setDouble(Tag.EstimatedRadiographicMagnificationFactor, 1.03);

    @Test
    void lets_a_mammogram_through() {
        assertThat(gate.objection(mammogram)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        Uid.SECONDARY_CAPTURE_IMAGE_STORAGE + ", NOT_A_MAMMOGRAM",
        Uid.COMPUTED_RADIOGRAPHY_IMAGE_STORAGE + ", NOT_A_MAMMOGRAM",
        Uid.BREAST_TOMOSYNTHESIS_IMAGE_STORAGE + ", TOMOSYNTHESIS",
    })
    void objects_to_other_kinds_of_objects(String sopClass, String reason) {
        assertObjection(mammogram.set(Tag.SOPClassUID, sopClass), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CT", "RG", "OT", ""})
    void objects_to_another_modality_and_to_none(String modality) {
        assertObjection(mammogram.set(Tag.Modality, modality), "NOT_A_MAMMOGRAM");
    }

    @Test
    void objects_to_an_intent_that_the_network_was_not_made_for() {
        assertObjection(mammogram.set(Tag.PresentationIntentType, "FOR PROCESSING"), "PRESENTATION_INTENT");
        assertObjection(mammogram.remove(Tag.PresentationIntentType), "PRESENTATION_INTENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127457009", "G-8310"})
    void objects_to_specimens(String view) {
        mammogram.setItems(Tag.ViewCodeSequence, code(view));

        assertObjection(mammogram, "SPECIMEN");
    }

    @ParameterizedTest
    @CsvSource({
        "399163009, MAGNIFICATION_VIEW",
        "R-102D6, MAGNIFICATION_VIEW",
        "399055006, SPOT_VIEW",
        "R-102D7, SPOT_VIEW"
    })
    void objects_to_magnified_and_spot_views(String modifier, String reason) {
        mammogram.setItems(
                Tag.ViewCodeSequence, code("399162004").setItems(Tag.ViewModifierCodeSequence, code(modifier)));

        assertObjection(mammogram, reason);
    }

    @Test
    void objects_to_a_magnification_that_only_its_factor_tells() {
        assertObjection(mammogram.setDouble(Tag.EstimatedRadiographicMagnificationFactor, 1.8), "MAGNIFICATION_VIEW");
    }

    @Test
    void objects_to_burned_in_text() {
        assertObjection(mammogram.set(Tag.BurnedInAnnotation, "YES"), "BURNED_IN_TEXT");
    }

    @Test
    void objects_to_two_sides_at_once_and_not_to_the_same_side_twice() {
        assertThat(gate.objection(mammogram.set(Tag.Laterality, "L"))).isEmpty();
        assertObjection(mammogram.set(Tag.Laterality, "R"), "SIDES_CONTRADICT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void objects_to_nobodys_image(String patientId) {
        assertObjection(mammogram.set(Tag.PatientID, patientId), "PATIENT_UNKNOWN");
        assertObjection(mammogram.remove(Tag.PatientID), "PATIENT_UNKNOWN");
    }

    private void assertObjection(Attributes dataSet, String code) {
        Optional<String> objection = gate.objection(dataSet);
        assertThat(objection).isPresent();
        assertThat(objection.get().split(":", 2)[0]).isEqualTo(code);
    }

    private static Attributes code(String value) {
        return new Attributes().set(Tag.CodeValue, value);
    }
}
