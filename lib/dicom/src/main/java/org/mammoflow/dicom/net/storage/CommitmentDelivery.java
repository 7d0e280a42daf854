package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.util.List;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.DicomThreads;
import org.mammoflow.dicom.net.upper.ProposedContext;
import org.mammoflow.dicom.net.upper.Requestor;
import org.mammoflow.dicom.net.upper.RoleSelection;

/** Delivers reports on associations of their own, in the role of the SCP (PS3.4 J.3.3). */
public final class CommitmentDelivery {

    private static final List<ProposedContext> CONTEXTS =
            List.of(new ProposedContext(1, Uid.STORAGE_COMMITMENT_PUSH_MODEL, MammographyStorage.UNCOMPRESSED));

    /** We call, and yet we are the SCP. */
    private static final List<RoleSelection> ROLES =
            List.of(new RoleSelection(Uid.STORAGE_COMMITMENT_PUSH_MODEL, false, true));

    private CommitmentDelivery() {}

    /**
     * Makes one attempt.
     *
     * @throws IOException when the requester has not answered with Success; the message says which step failed
     */
    public static void deliver(CommitmentReport report, Peer requester) throws IOException {
        try (Requestor requestor = new Requestor(DicomThreads.INSTANCE)) {
            ScuAssociation association = new ScuAssociation(
                    requestor.connect(requester.request(CONTEXTS, ROLES)),
                    requester.deadlines().request());
            try {
                requireSuccess(association.report(report));
            } finally {
                association.release();
            }
        }
    }

    private static void requireSuccess(Response response) throws IOException {
        if (response.status() != 0) {
            throw new IOException(String.format("the requester answered status 0x%04X", response.status()));
        }
    }
}
