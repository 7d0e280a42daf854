package org.mammoflow.instance;

import java.util.Set;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

/** What a View Modifier says that matters here: PS3.16 CID 4015 in SNOMED CT, and in the SNOMED RT codes of older modalities. */
public enum ViewModifier {
    IMPLANT_DISPLACED("399209000", "R-102D5"),
    MAGNIFICATION("399163009", "R-102D6"),
    SPOT("399055006", "R-102D7");

    private final Set<String> codes;

    ViewModifier(String snomedCt, String snomedRt) {
        this.codes = Set.of(snomedCt, snomedRt);
    }

    public boolean isMeantBy(String codeValue) {
        return codes.contains(codeValue);
    }

    /** Whether any view in the header of an image is modified so. */
    public boolean modifies(Attributes header) {
        return header.items(Tag.ViewCodeSequence).stream()
                .flatMap(view -> view.items(Tag.ViewModifierCodeSequence).stream())
                .flatMap(modifier -> modifier.string(Tag.CodeValue).stream())
                .anyMatch(this::isMeantBy);
    }
}
