package org.mammoflow.parts.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.file.FileMeta;
import org.mammoflow.dicom.net.storage.DataSetSource;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageScu;
import org.mammoflow.dicom.net.storage.StoreItem;
import org.mammoflow.dicom.net.storage.StoreResponse;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.server.MammoflowServer;

/** Sends mammograms: with dcmtk as a modality would, or with our own SCU where a test wants each status. */
public final class Sender {

    private static final String SOP_CLASS = Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION;
    private static final String SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();

    private final MammoflowServer server;
    private final String callingAeTitle;

    public Sender(MammoflowServer server) {
        this(server, "IT-MODALITY");
    }

    public Sender(MammoflowServer server, String callingAeTitle) {
        this.server = server;
        this.callingAeTitle = callingAeTitle;
    }

    /** Sends by dcmtk's storescu; fails when one is not stored. */
    public void storescu(List<Mammogram> mammograms) {
        Program.Outcome outcome =
                storescu(mammograms.stream().map(Mammogram::file).toList().toArray(Path[]::new));
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
    }

    public Program.Outcome storescu(Path... files) {
        return storescu(List.of(), files);
    }

    /** With further options, for example which transfer syntaxes it proposes. */
    public Program.Outcome storescu(List<String> options, Path... files) {
        List<String> command =
                new ArrayList<>(List.of("storescu", "-v", "-aet", callingAeTitle, "-aec", server.aeTitle()));
        command.addAll(options);
        command.addAll(List.of(server.dicomHost(), Integer.toString(server.dicomPort())));
        List.of(files).forEach(file -> command.add(file.toString()));
        return Program.run(command);
    }

    /** An association of our own SCU; close it. */
    public StorageScu associate() throws IOException {
        return StorageScu.connect(ScuConfig.of(
                Peer.of(server.dicomHost(), server.dicomPort(), server.aeTitle(), callingAeTitle),
                Map.of(SOP_CLASS, List.of(SYNTAX))));
    }

    public static StoreResponse store(StorageScu association, Mammogram mammogram) throws IOException {
        long meta = FileMeta.of(SOP_CLASS, mammogram.sopInstanceUid(), SYNTAX).bytes().length;
        assertThat(Files.size(mammogram.file())).isGreaterThan(meta);
        return association.store(
                new StoreItem(SOP_CLASS, mammogram.sopInstanceUid(), SYNTAX), DataSetSource.of(mammogram.file(), meta));
    }

    public StoreResponse store(Mammogram mammogram) throws IOException {
        try (StorageScu association = associate()) {
            return store(association, mammogram);
        }
    }
}
