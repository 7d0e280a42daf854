package org.mammoflow.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.mammoflow.dicom.net.storage.CommitmentHandler;
import org.mammoflow.dicom.net.storage.CommitmentReport;
import org.mammoflow.dicom.net.storage.CommitmentRequest;
import org.mammoflow.dicom.net.storage.KnownPeers;

/** Takes requests from the DICOM port, and answers on the spot to requesters that cannot be called. */
@ApplicationScoped
public class CommitmentDesk implements CommitmentHandler {

    // Time for the N-ACTION-RSP to arrive before the report does.
    private static final Duration SOON = Duration.ofSeconds(2);
    // Time for the report on the requester's own association, before the table takes over.
    private static final Duration LATER = Duration.ofMinutes(5);

    @Inject
    CommitmentLedger ledger;

    @Inject
    Deciding deciding;

    @Inject
    KnownPeers peers;

    @Override
    public void accept(CommitmentRequest request) {
        ledger.enter(request, canBeCalled(request) ? SOON : LATER);
        System.getLogger("org.mammoflow.commitment")
                .log(
                        Level.INFO,
                        "assoc=%d commitment=%s instances=%d"
                                .formatted(
                                        request.association().id(),
                                        request.transactionUid(),
                                        request.instances().size()));
    }

    @Override
    public Optional<CommitmentReport> report(CommitmentRequest request) {
        return canBeCalled(request)
                ? Optional.empty()
                : Optional.of(deciding.decide(request.transactionUid(), request.instances()));
    }

    @Override
    public void reported(CommitmentRequest request, CommitmentReport report) {
        ledger.reported(request.association().callingAeTitle(), report);
    }

    private boolean canBeCalled(CommitmentRequest request) {
        return peers.find(request.association().callingAeTitle()).isPresent();
    }
}
