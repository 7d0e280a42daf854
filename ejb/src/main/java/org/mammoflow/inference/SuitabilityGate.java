package org.mammoflow.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;

/**
 * Decides from the header whether an image is one that the network was made for. Unknown things are let through only
 * where the network sees them all the same (the view); what changes the picture itself (magnification, specimen, another
 * object class) is held back with its reason.
 */
final class SuitabilityGate {

    // CID 4014 and CID 4015, SNOMED CT.
    private static final Map<String, String> UNSUITABLE_VIEWS = Map.of("127457009", "SPECIMEN");
    private static final Map<String, String> UNSUITABLE_MODIFIERS =
            Map.of("399163009", "MAGNIFICATION_VIEW", "399055006", "SPOT_VIEW");

    private static final List<String> MAMMOGRAMS = List.of(
            Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
            Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PROCESSING);

    private final NetworkCard card;

    SuitabilityGate(NetworkCard card) {
        this.card = card;
    }

    /** The reason why the image is unsuitable; nothing when it may be judged. */
    Optional<String> objection(Attributes dataSet) {
        return objectClass(dataSet)
                .or(() -> intent(dataSet))
                .or(() -> view(dataSet))
                .or(() -> modifier(dataSet));
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
        return dataSet.string(Tag.Modality)
                .filter(modality -> !modality.equals("MG"))
                .map(modality -> "NOT_A_MAMMOGRAM: modality is not MG");
    }

    private Optional<String> intent(Attributes dataSet) {
        String intent = dataSet.string(Tag.PresentationIntentType).orElse("");
        return card.accepts(intent)
                ? Optional.empty()
                : Optional.of("PRESENTATION_INTENT: the network was not made for "
                        + (intent.isEmpty() ? "images without Presentation Intent Type" : "this intent"));
    }

    private static Optional<String> view(Attributes dataSet) {
        return views(dataSet).stream()
                .flatMap(item -> item.string(Tag.CodeValue).stream())
                .filter(UNSUITABLE_VIEWS::containsKey)
                .map(code -> UNSUITABLE_VIEWS.get(code) + ": view code " + code)
                .findFirst();
    }

    private static Optional<String> modifier(Attributes dataSet) {
        return views(dataSet).stream()
                .flatMap(item -> item.items(Tag.ViewModifierCodeSequence).stream())
                .flatMap(item -> item.string(Tag.CodeValue).stream())
                .filter(UNSUITABLE_MODIFIERS::containsKey)
                .map(code -> UNSUITABLE_MODIFIERS.get(code) + ": view modifier " + code)
                .findFirst();
    }

    private static List<Attributes> views(Attributes dataSet) {
        return dataSet.items(Tag.ViewCodeSequence);
    }
}
