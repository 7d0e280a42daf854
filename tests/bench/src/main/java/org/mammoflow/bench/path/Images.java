package org.mammoflow.bench.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.mammoflow.cli.modality.ScreeningRound;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.storage.StorageScu;
import org.mammoflow.dicom.net.storage.StoreItem;

/** One phantom of 3328 × 2560 pixels (17 MB) under ever new identities. */
final class Images {

    static final String SOP_CLASS = Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION;
    static final String SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();

    private final Attributes dataSet =
            new ScreeningRound(1, 1).study(2).object(0).attributes();
    private final String root = "2.25." + System.currentTimeMillis();
    private int count;

    /** An encoded image and who it is. */
    record Image(String sopInstanceUid, byte[] dataSet) {

        void sendOn(StorageScu association) throws IOException {
            int status = association
                    .store(
                            new StoreItem(SOP_CLASS, sopInstanceUid, SYNTAX),
                            () -> Channels.newChannel(new ByteArrayInputStream(dataSet)))
                    .status();
            if (status != 0) {
                throw new IOException("not stored: status 0x%04X".formatted(status));
            }
        }
    }

    Image next() throws IOException {
        count++;
        String uid = root + ".1." + count;
        dataSet.set(Tag.SOPInstanceUID, uid);
        dataSet.set(Tag.StudyInstanceUID, root + ".2." + count / 4);
        dataSet.set(Tag.SeriesInstanceUID, root + ".3." + count / 4);
        return new Image(uid, new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toBytes(dataSet));
    }

    Attributes dataSet() {
        return dataSet;
    }
}
