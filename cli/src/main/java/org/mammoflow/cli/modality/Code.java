package org.mammoflow.cli.modality;

import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

/**
 * A coded concept (PS3.3 Table 8.8-1).
 *
 * @param value Code Value
 * @param scheme Coding Scheme Designator
 * @param meaning Code Meaning
 */
record Code(String value, String scheme, String meaning) {

    static final Code BREAST = new Code("76752008", "SCT", "Breast");
    static final Code CRANIO_CAUDAL = new Code("399162004", "SCT", "cranio-caudal");
    static final Code MEDIO_LATERAL_OBLIQUE = new Code("399368009", "SCT", "medio-lateral oblique");
    static final Code IMPLANT_DISPLACED = new Code("399209000", "SCT", "Implant Displaced");
    static final Code SCREENING = new Code("24623002", "SCT", "Screening mammography");
    static final Code SOURCE_IMAGE = new Code("121322", "DCM", "Source image for image processing operation");

    Attributes item() {
        return new Attributes()
                .set(Tag.CodeValue, value)
                .set(Tag.CodingSchemeDesignator, scheme)
                .set(Tag.CodeMeaning, meaning);
    }
}
