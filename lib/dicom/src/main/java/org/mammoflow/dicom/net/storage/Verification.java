package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.dicom.net.upper.DicomThreads;
import org.mammoflow.dicom.net.upper.ProposedContext;
import org.mammoflow.dicom.net.upper.Requestor;

/** The verification service class as SCU (PS3.4 Annex A). */
public final class Verification {

    private Verification() {}

    static ProposedContext context(int id) {
        return new ProposedContext(
                id, Uid.VERIFICATION, List.of(Uid.IMPLICIT_VR_LITTLE_ENDIAN, Uid.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    /**
     * Sends one C-ECHO on an association of its own.
     *
     * @param timeout for each of connecting, associating and the response
     * @throws IOException when there is no answer; the message says which step failed
     */
    public static Response echo(String host, int port, String calledAe, String callingAe, Duration timeout)
            throws IOException {
        Deadlines deadlines = new Deadlines(timeout, timeout, timeout, timeout, Deadlines.DEFAULT.closing());
        return echo(Peer.of(host, port, calledAe, callingAe).withDeadlines(deadlines));
    }

    /** As {@link #echo(String, int, String, String, Duration)}, for any peer. */
    public static Response echo(Peer peer) throws IOException {
        try (Requestor requestor = new Requestor(DicomThreads.INSTANCE)) {
            ScuAssociation association = new ScuAssociation(
                    requestor.connect(peer.request(List.of(context(1)), List.of())),
                    peer.deadlines().request());
            try {
                return association.echo();
            } finally {
                association.release();
            }
        }
    }
}
