package org.mammoflow.dicom.net.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a mammography workflow receives: the SOP classes and transfer syntaxes of the conformance statement. */
public final class MammographyStorage {

    /**
     * In the order in which they are chosen when a caller leaves the choice: what needs no decoding first, then
     * lossless, then lossy. Explicit big endian is retired and deflated is a way to send a bomb: neither is accepted.
     */
    private static final List<NamedUid> IMAGE_SYNTAXES = List.of(
            new NamedUid("1.2.840.10008.1.2.1", "Explicit VR Little Endian"),
            new NamedUid("1.2.840.10008.1.2", "Implicit VR Little Endian"),
            new NamedUid("1.2.840.10008.1.2.4.70", "JPEG Lossless, First-Order Prediction"),
            new NamedUid("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)"),
            new NamedUid("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
            new NamedUid("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless Only"),
            new NamedUid("1.2.840.10008.1.2.5", "RLE Lossless"),
            new NamedUid("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless)"),
            new NamedUid("1.2.840.10008.1.2.4.91", "JPEG 2000"),
            new NamedUid("1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 & 4)"),
            new NamedUid("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)"));

    private static final List<NamedUid> DOCUMENT_SYNTAXES = IMAGE_SYNTAXES.subList(0, 2);

    private static final List<NamedUid> IMAGES = List.of(
            new NamedUid("1.2.840.10008.5.1.4.1.1.1.2", "Digital Mammography X-Ray Image - For Presentation"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.1.2.1", "Digital Mammography X-Ray Image - For Processing"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.13.1.3", "Breast Tomosynthesis Image"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.13.1.4", "Breast Projection X-Ray Image - For Presentation"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.13.1.5", "Breast Projection X-Ray Image - For Processing"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.1.1", "Digital X-Ray Image - For Presentation"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.1.1.1", "Digital X-Ray Image - For Processing"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.1", "Computed Radiography Image"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.7", "Secondary Capture Image"));

    private static final List<NamedUid> DOCUMENTS = List.of(
            new NamedUid("1.2.840.10008.5.1.4.1.1.11.1", "Grayscale Softcopy Presentation State"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.88.11", "Basic Text SR"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.88.22", "Enhanced SR"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.88.33", "Comprehensive SR"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.88.34", "Comprehensive 3D SR"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.88.50", "Mammography CAD SR"),
            new NamedUid("1.2.840.10008.5.1.4.1.1.88.59", "Key Object Selection Document"));

    private MammographyStorage() {}

    /** A UID of PS3.6 with its name. */
    public record NamedUid(String uid, String name) {}

    /** Every SOP class with its transfer syntaxes, the preferred one first. */
    public static Map<NamedUid, List<NamedUid>> table() {
        Map<NamedUid, List<NamedUid>> table = new LinkedHashMap<>();
        IMAGES.forEach(image -> table.put(image, IMAGE_SYNTAXES));
        DOCUMENTS.forEach(document -> table.put(document, DOCUMENT_SYNTAXES));
        return table;
    }

    static Map<String, List<String>> transferSyntaxes() {
        Map<String, List<String>> syntaxes = new LinkedHashMap<>();
        table().forEach((sopClass, named) ->
                syntaxes.put(sopClass.uid(), named.stream().map(NamedUid::uid).toList()));
        return syntaxes;
    }
}
