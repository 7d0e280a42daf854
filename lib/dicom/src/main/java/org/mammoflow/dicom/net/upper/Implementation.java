package org.mammoflow.dicom.net.upper;

import org.mammoflow.dicom.file.FileMeta;

/**
 * Implementation identification (PS3.7 D.3.3.2).
 *
 * @param versionName up to 16 characters; empty when not sent
 */
public record Implementation(String classUid, String versionName) {

    public static final Implementation OURS =
            new Implementation(FileMeta.IMPLEMENTATION_CLASS_UID, FileMeta.IMPLEMENTATION_VERSION_NAME);
}
