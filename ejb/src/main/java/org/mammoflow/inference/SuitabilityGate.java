package org.mammoflow.inference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.instance.ViewModifier;

/**
 * Decides from the header whether an image is one that the network was made for. Unknown things are let through only
 * where the network sees them all the same (the view); what changes the picture itself (magnification, specimen, text in
 * it, another object class) or leaves open whose it is (no patient, two sides) is held back with its reason.
 */
final class SuitabilityGate {

    // PS3.16 CID 4014, SNOMED CT and SNOMED RT.
    private static final Set<String> SPECIMEN = Set.of("127457009", "G-8310");

    private static final List<String> MAMMOGRAMS = List.of(
            Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
            Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PROCESSING);

    // PS3.3 C.8.7.1.1.7: near 1 where the breast lies on the detector, 1.5 and more on a magnification stand.
    private static final double CONTACT_MAGNIFICATION = 1.3;

    private final Predicate<String> acceptsIntent;

    /** @param acceptsIntent whether the network was made for a Presentation Intent Type */
    SuitabilityGate(Predicate<String> acceptsIntent) {
        this.acceptsIntent = acceptsIntent;
    }

    /** The reason why the image is unsuitable; nothing when it may be judged. */
    Optional<String> objection(Attributes dataSet) {
        return objectClass(dataSet)
                .or(() -> intent(dataSet))
                .or(() -> view(dataSet))
                .or(() -> modifier(dataSet))
                .or(() -> magnification(dataSet))
                .or(() -> annotation(dataSet))
                .or(() -> side(dataSet))
                .or(() -> patient(dataSet));
    }

    private static Optional<String> objectClass(Attributes dataSet) {
        String sopClass = dataSet.string(Tag.SOPClassUID).orElse("");
        if (MAMMOGRAMS.contains(sopClass)) {
            return modality(dataSet);
        }
        return Optional.of(
                sopClass.equals(Uid.BREAST_TOMOSYNTHESIS_IMAGE_STORAGE)
                        ? "TOMOSYNTHESIS: the network reads single projections"
                        : "NOT_A_MAMMOGRAM: SOP class " + sopClass);
    }

    private static Optional<String> modality(Attributes dataSet) {
        return dataSet.string(Tag.Modality).filter("MG"::equals).isPresent()
                ? Optional.empty()
                : Optional.of("NOT_A_MAMMOGRAM: (0008,0060) Modality is not MG");
    }

    private Optional<String> intent(Attributes dataSet) {
        String intent = dataSet.string(Tag.PresentationIntentType).orElse("");
        return acceptsIntent.test(intent)
                ? Optional.empty()
                : Optional.of("PRESENTATION_INTENT: the network was not made for "
                        + (intent.isEmpty() ? "images without Presentation Intent Type" : "this intent"));
    }

    private static Optional<String> view(Attributes dataSet) {
        return dataSet.items(Tag.ViewCodeSequence).stream()
                .flatMap(item -> item.string(Tag.CodeValue).stream())
                .filter(SPECIMEN::contains)
                .map(code -> "SPECIMEN: view code " + code)
                .findFirst();
    }

    private static Optional<String> modifier(Attributes dataSet) {
        return Stream.of(ViewModifier.MAGNIFICATION, ViewModifier.SPOT)
                .filter(modifier -> modifier.modifies(dataSet))
                .map(modifier -> modifier + "_VIEW: its view modifier says so")
                .findFirst();
    }

    private static Optional<String> magnification(Attributes dataSet) {
        return dataSet.decimal(Tag.EstimatedRadiographicMagnificationFactor).stream()
                .filter(factor -> factor >= CONTACT_MAGNIFICATION)
                .mapToObj(factor -> "MAGNIFICATION_VIEW: (0018,1114) says " + factor)
                .findFirst();
    }

    private static Optional<String> annotation(Attributes dataSet) {
        return dataSet.string(Tag.BurnedInAnnotation)
                .filter("YES"::equals)
                .map(yes -> "BURNED_IN_TEXT: (0028,0301) Burned In Annotation is YES");
    }

    private static Optional<String> side(Attributes dataSet) {
        Optional<String> image = dataSet.string(Tag.ImageLaterality);
        return dataSet.string(Tag.Laterality)
                .filter(series -> image.isPresent() && !series.equals(image.get()))
                .map(series -> "SIDES_CONTRADICT: (0020,0060) Laterality and (0020,0062) Image Laterality differ");
    }

    private static Optional<String> patient(Attributes dataSet) {
        return dataSet.string(Tag.PatientID).filter(id -> !id.isBlank()).isPresent()
                ? Optional.empty()
                : Optional.of("PATIENT_UNKNOWN: (0010,0020) Patient ID has no value");
    }
}
