package org.mammoflow.bench.viewer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mammoflow.bench.RunningServer;
import org.mammoflow.cli.modality.ScreeningRound;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageScu;
import org.mammoflow.dicom.net.storage.StoreItem;

/** The four views of one phantom, 17 MB each, as the cases of ever new patients. */
final class FourViews {

    private static final String SOP_CLASS = Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION;
    private static final String SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final int VIEWS = 4;

    private final List<Attributes> views = IntStream.range(0, VIEWS)
            .mapToObj(view -> new ScreeningRound(1, 1).study(2).object(view).attributes())
            .toList();
    private final String root = "2.25." + System.currentTimeMillis();

    String study(int number) {
        return root + ".2." + number;
    }

    String image(int number, int view) {
        return root + ".1." + number + "." + view;
    }

    /** Sends one case and waits until each of its images has its finding: nothing else shall go on while pictures are shown. */
    void send(int number, RunningServer server) throws IOException, InterruptedException {
        try (StorageScu association =
                StorageScu.connect(ScuConfig.of(server.dicom(), Map.of(SOP_CLASS, List.of(SYNTAX))))) {
            for (int view = 0; view < VIEWS; view++) {
                send(number, view, association);
            }
        }
        for (int view = 0; view < VIEWS; view++) {
            while (!server.hasEnded(image(number, view))) {
                Thread.sleep(100);
            }
        }
    }

    private void send(int number, int view, StorageScu association) throws IOException {
        Attributes dataSet = views.get(view);
        dataSet.set(Tag.SOPInstanceUID, image(number, view));
        dataSet.set(Tag.StudyInstanceUID, study(number));
        dataSet.set(Tag.SeriesInstanceUID, root + ".3." + number);
        dataSet.set(Tag.PatientID, "V" + number);
        byte[] encoded = new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toBytes(dataSet);
        int status = association
                .store(
                        new StoreItem(SOP_CLASS, image(number, view), SYNTAX),
                        () -> Channels.newChannel(new ByteArrayInputStream(encoded)))
                .status();
        if (status != 0) {
            throw new IOException("not stored: status 0x%04X".formatted(status));
        }
    }
}
