package org.mammoflow.dicom.net.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mammoflow.dicom.data.Uid;

/** What a mammography workflow receives: the SOP classes and transfer syntaxes of the conformance statement. */
public final class MammographyStorage {

    static final List<String> UNCOMPRESSED = List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN, Uid.IMPLICIT_VR_LITTLE_ENDIAN);

    /**
     * In the order in which they are chosen when a caller leaves the choice: what needs no decoding first, then
     * lossless, then lossy. Explicit big endian is retired and deflated is a way to send a bomb: neither is accepted.
     */
    private static final List<String> IMAGE_SYNTAXES = List.of(
            Uid.EXPLICIT_VR_LITTLE_ENDIAN,
            Uid.IMPLICIT_VR_LITTLE_ENDIAN,
            Uid.JPEG_LOSSLESS_SV1,
            Uid.JPEG_LOSSLESS,
            Uid.JPEGLS_LOSSLESS,
            Uid.JPEG2000_LOSSLESS,
            Uid.RLE_LOSSLESS,
            Uid.JPEGLS_NEAR_LOSSLESS,
            Uid.JPEG2000,
            Uid.JPEG_EXTENDED_12_BIT,
            Uid.JPEG_BASELINE_8_BIT);

    private static final List<String> IMAGES = List.of(
            Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
            Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
            Uid.BREAST_TOMOSYNTHESIS_IMAGE_STORAGE,
            Uid.BREAST_PROJECTION_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
            Uid.BREAST_PROJECTION_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
            Uid.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
            Uid.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
            Uid.COMPUTED_RADIOGRAPHY_IMAGE_STORAGE,
            Uid.SECONDARY_CAPTURE_IMAGE_STORAGE);

    private static final List<String> DOCUMENTS = List.of(
            Uid.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE,
            Uid.BASIC_TEXT_SR_STORAGE,
            Uid.ENHANCED_SR_STORAGE,
            Uid.COMPREHENSIVE_SR_STORAGE,
            Uid.COMPREHENSIVE_3D_SR_STORAGE,
            Uid.MAMMOGRAPHY_CAD_SR_STORAGE,
            Uid.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE);

    private MammographyStorage() {}

    /** Every SOP class with its transfer syntaxes, the preferred one first. */
    public static Map<String, List<String>> transferSyntaxes() {
        Map<String, List<String>> syntaxes = new LinkedHashMap<>();
        IMAGES.forEach(image -> syntaxes.put(image, IMAGE_SYNTAXES));
        DOCUMENTS.forEach(document -> syntaxes.put(document, UNCOMPRESSED));
        return syntaxes;
    }
}
