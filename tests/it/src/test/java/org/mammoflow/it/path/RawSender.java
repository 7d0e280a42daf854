package org.mammoflow.it.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.dicom.net.storage.RunningScp;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageScu;
import org.mammoflow.dicom.net.storage.StoreItem;
import org.mammoflow.dicom.net.storage.Verification;
import org.mammoflow.parts.server.MammoflowServer;

/** Sends bytes that are a data set, or pretend to be one. */
record RawSender(MammoflowServer server) {

    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    static byte[] encoded(Attributes dataSet) {
        return new DataSetWriter(SYNTAX).toBytes(dataSet);
    }

    /** The status of the answer. */
    int store(String sopClassUid, String sopInstanceUid, byte[] dataSet) throws IOException {
        ScuConfig config = ScuConfig.of(peer(), Map.of(sopClassUid, List.of(SYNTAX.uid())));
        try (StorageScu scu = StorageScu.connect(config)) {
            return scu.store(
                            new StoreItem(sopClassUid, sopInstanceUid, SYNTAX.uid()),
                            Channels.newChannel(new ByteArrayInputStream(dataSet)))
                    .status();
        }
    }

    /** The answer to a C-ECHO, for which this caller waits no longer than an impatient modality. */
    Response echo() throws IOException {
        return Verification.echo(peer().withDeadlines(RunningScp.ECHO_DEADLINES));
    }

    Peer peer() {
        return Peer.of(server.dicomHost(), server.dicomPort(), server.aeTitle(), "IT-RAW");
    }
}
