package org.mammoflow.dicom.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Vr;

/**
 * The preamble and File Meta Information (PS3.10 7.1) in front of a data set. The preamble is zeroed and nothing says
 * where the object came from, so the same object always gives the same file.
 */
public final class FileMeta {

    /** From a UUID (PS3.5 B.2), made once for this product. */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.305298673454974157783802516820076431209";

    public static final String IMPLEMENTATION_VERSION_NAME = "MAMMOFLOW";

    static final int PREAMBLE = 128;
    static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);

    private final Attributes attributes;

    private FileMeta(Attributes attributes) {
        this.attributes = attributes;
    }

    /** @param transferSyntaxUid the syntax that the data set behind it is in */
    public static FileMeta of(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
        return new FileMeta(new Attributes()
                .setBytes(Tag.FileMetaInformationVersion, Vr.OB, new byte[] {0, 1})
                .set(Tag.MediaStorageSOPClassUID, sopClassUid)
                .set(Tag.MediaStorageSOPInstanceUID, sopInstanceUid)
                .set(Tag.TransferSyntaxUID, transferSyntaxUid)
                .set(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
                .set(Tag.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME));
    }

    public Attributes attributes() {
        return attributes;
    }

    /** Preamble, prefix and group 0002: everything before the first byte of the data set. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[PREAMBLE]);
        bytes.writeBytes(PREFIX);
        bytes.writeBytes(new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).groupToBytes(attributes));
        return bytes.toByteArray();
    }
}
