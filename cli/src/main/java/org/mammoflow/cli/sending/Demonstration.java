package org.mammoflow.cli.sending;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mammoflow.cli.InOrder;
import org.mammoflow.cli.Progress;
import org.mammoflow.cli.modality.MammogramObject;
import org.mammoflow.cli.modality.ScreeningRound;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.storage.StoreItem;

/** A round of screening that is sent while it is being made. */
public final class Demonstration {
    /** All objects are uncompressed mammograms for presentation. */
    public static final Map<String, List<String>> TRANSFER_SYNTAXES = Map.of(
            Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION, List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN));

    private static final int VIEWS = 4;

    private final ScreeningRound round;
    private final int studies;
    private final InOrder workers;

    public Demonstration(ScreeningRound round, int studies, InOrder workers) {
        this.round = round;
        this.studies = studies;
        this.workers = workers;
    }

    /** Makes and sends all images; what was stored is the sender's to tell. */
    public void send(Sender sender) throws Exception {
        workers.run(objects(object -> send(object, sender)), sent -> {});
    }

    private static void send(MammogramObject object, Sender sender) {
        byte[] encoded = new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toBytes(object.attributes());
        StoreItem item = new StoreItem(
                Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                object.sopInstanceUid(),
                Uid.EXPLICIT_VR_LITTLE_ENDIAN);
        sender.send(object.sopInstanceUid(), item, () -> Channels.newChannel(new ByteArrayInputStream(encoded)));
    }

    /** Makes all images and writes them as files. */
    public void write(ObjectFiles files, Progress progress) throws Exception {
        workers.run(objects(files::write), written -> progress.step());
    }

    private interface Destiny {
        void meet(MammogramObject object) throws IOException;
    }

    private Stream<Callable<String>> objects(Destiny destiny) {
        return IntStream.range(0, studies * VIEWS).mapToObj(index -> () -> {
            MammogramObject object = round.study(index / VIEWS + 1).object(index % VIEWS);
            destiny.meet(object);
            return object.sopInstanceUid();
        });
    }
}
