package org.mammoflow.web.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.instance.ViewModifier;

/** How the breast was projected, as the header says it: View Code and its modifiers (PS3.16 CID 4014, 4015), and when. */
final class Projection {

    // PS3.3 C.8.7.1.1.7: near 1 where the breast lies on the detector, 1.5 and more on a magnification stand.
    private static final double CONTACT_MAGNIFICATION = 1.3;

    private final Attributes header;
    private final List<Attributes> modifiers;

    Projection(Attributes header) {
        this.header = header;
        this.modifiers = header.item(Tag.ViewCodeSequence)
                .map(view -> view.items(Tag.ViewModifierCodeSequence))
                .orElse(List.of());
    }

    /** R, L or B; empty when the header says nothing of it. */
    String side() {
        return header.string(Tag.ImageLaterality)
                .filter(side -> side.matches("[RLB]"))
                .orElse("");
    }

    // The code says what the view is; View Position is only what somebody typed.
    Optional<String> view() {
        return header.item(Tag.ViewCodeSequence)
                .flatMap(view -> view.string(Tag.CodeValue))
                .flatMap(ViewCodes::view)
                .or(() -> header.string(Tag.ViewPosition));
    }

    boolean implantDisplaced() {
        return ViewModifier.IMPLANT_DISPLACED.modifies(header);
    }

    boolean magnified() {
        return ViewModifier.MAGNIFICATION.modifies(header)
                || header.decimal(Tag.EstimatedRadiographicMagnificationFactor).orElse(1) >= CONTACT_MAGNIFICATION;
    }

    boolean spot() {
        return ViewModifier.SPOT.modifies(header);
    }

    List<String> modifierMeanings() {
        return modifiers.stream()
                .flatMap(modifier -> modifier.string(Tag.CodeMeaning).stream())
                .toList();
    }

    /** The meanings of those that have no name of ours: as the modality wrote them. */
    List<String> otherModifiers() {
        return modifiers.stream()
                .filter(modifier -> modifier.string(Tag.CodeValue)
                        .filter(Projection::isOurs)
                        .isEmpty())
                .flatMap(modifier -> modifier.string(Tag.CodeMeaning).stream())
                .toList();
    }

    /** As PS3.5 6.2 writes DT, without its offset from UTC: digits that sort by time. */
    Optional<String> acquired() {
        return header.string(Tag.AcquisitionDateTime)
                .or(() -> dateTime(Tag.AcquisitionDate, Tag.AcquisitionTime))
                .or(() -> dateTime(Tag.ContentDate, Tag.ContentTime))
                .map(time -> time.replaceAll("[^0-9.].*", ""))
                .filter(time -> time.length() >= 8);
    }

    int instanceNumber() {
        return header.integer(Tag.InstanceNumber).orElse(0);
    }

    private Optional<String> dateTime(int date, int time) {
        return header.string(date).map(day -> day + header.string(time).orElse(""));
    }

    private static boolean isOurs(String code) {
        return Stream.of(ViewModifier.values()).anyMatch(modifier -> modifier.isMeantBy(code));
    }
}
