package org.mammoflow.it.path;

import java.io.IOException;
import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.net.storage.CommitmentPeer;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.server.MammoflowServer;

/** A modality that asks a server for storage commitment. */
final class CommitmentRequester implements AutoCloseable {

    private final CommitmentPeer peer;

    CommitmentRequester(MammoflowServer server, String aeTitle) throws IOException {
        peer = new CommitmentPeer(Peer.of(server.dicomHost(), server.dicomPort(), server.aeTitle(), aeTitle));
    }

    /** Sends N-ACTION and returns the status of its response. */
    int ask(String transactionUid, String... sopInstanceUids) throws IOException {
        return peer.ask(CommitmentPeer.information(transactionUid, sopInstanceUids))
                .status();
    }

    /** The report that comes on this association. */
    Attributes report() throws IOException {
        return peer.report();
    }

    static List<String> uids(Attributes report, int sequence) {
        return report.items(sequence).stream()
                .map(item -> item.string(Tag.ReferencedSOPInstanceUID).orElse(""))
                .toList();
    }

    static String[] uids(List<Mammogram> mammograms) {
        return mammograms.stream().map(Mammogram::sopInstanceUid).toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
