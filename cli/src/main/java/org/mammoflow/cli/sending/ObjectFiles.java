package org.mammoflow.cli.sending;

import java.io.IOException;
import java.nio.file.Path;
import org.mammoflow.cli.modality.MammogramObject;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.file.DicomFile;

/**
 * Objects as files, named by SOP Instance UID.
 *
 * @param folder that exists
 */
public record ObjectFiles(Path folder) {

    void write(MammogramObject object) throws IOException {
        Path file = folder.resolve(object.sopInstanceUid() + ".dcm");
        DicomFile.write(file, object.attributes(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
