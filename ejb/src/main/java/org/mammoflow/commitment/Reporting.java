package org.mammoflow.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mammoflow.dicom.net.storage.CommitmentReport;
import org.mammoflow.dicom.net.storage.KnownPeers;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.dicom.net.storage.StorageStack;

/** One attempt to deliver a report on an association of its own. */
@ApplicationScoped
public class Reporting {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.commitment");

    @Inject
    CommitmentLedger ledger;

    @Inject
    Deciding deciding;

    @Inject
    KnownPeers peers;

    @Inject
    StorageStack stack;

    /** Decides anew each time: what was kept an hour ago may be damaged now. */
    void attempt(long id) {
        ledger.claim(id).ifPresent(this::attempt);
    }

    private void attempt(OpenCommitment commitment) {
        Optional<Peer> requester = peers.find(commitment.callingAeTitle());
        if (requester.isEmpty()) {
            ledger.notReported(
                    commitment.id(),
                    "no address is known for this AE title; remedy: enter host and port under Administration");
            return;
        }
        CommitmentReport report = deciding.decide(commitment.transactionUid(), commitment.instances());
        try {
            stack.deliver(report, requester.get());
            ledger.reported(commitment.callingAeTitle(), report);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "commitment=%s not reported to %s: %s"
                            .formatted(commitment.transactionUid(), commitment.callingAeTitle(), e.getMessage()));
            ledger.notReported(commitment.id(), String.valueOf(e.getMessage()));
        }
    }
}
