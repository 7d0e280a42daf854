package org.mammoflow.commitment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.dicom.net.storage.CommitmentReport;
import org.mammoflow.dicom.net.storage.CommitmentRequest;

/** The table of requests: each step of a request's life is one transaction here. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommitmentLedger {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Enters a request; the same transaction of the same requester begins again.
     *
     * @param pause before its report is delivered on an association of its own
     */
    public void enter(CommitmentRequest request, Duration pause) {
        String aeTitle = request.association().callingAeTitle();
        StorageCommitment commitment = find(aeTitle, request.transactionUid())
                .orElseGet(() -> new StorageCommitment(aeTitle, request.transactionUid()));
        commitment.begin(request.instances(), now(), now().plus(pause));
        entityManager.persist(commitment);
        record(
                Caller.modality(
                        aeTitle,
                        request.association().remote().getAddress().getHostAddress(),
                        request.association().id()),
                AuditAction.COMMITMENT_REQUESTED,
                commitment,
                "instances=" + request.instances().size());
    }

    /** The requests whose report is due, longest waiting first. */
    public List<Long> due(int most) {
        return entityManager
                .createQuery(
                        "select c.id from StorageCommitment c where c.state = :waiting and c.nextAttemptAt <= :now"
                                + " order by c.nextAttemptAt",
                        Long.class)
                .setParameter("waiting", CommitmentState.WAITING)
                .setParameter("now", now())
                .setMaxResults(most)
                .getResultList();
    }

    /** Takes a request that is due and counts the attempt before it begins; nothing when another was faster. */
    public Optional<OpenCommitment> claim(long id) {
        StorageCommitment commitment = lock(id);
        if (!commitment.claim(now())) {
            return Optional.empty();
        }
        return Optional.of(commitment.open());
    }

    /** The requester has taken the report. */
    public void reported(String callingAeTitle, CommitmentReport report) {
        find(callingAeTitle, report.transactionUid())
                .filter(StorageCommitment::isWaiting)
                .ifPresent(commitment -> {
                    commitment.reported(report.result(), now());
                    record(
                            Caller.system(),
                            AuditAction.COMMITMENT_REPORTED,
                            commitment,
                            "committed=%d failed=%d"
                                    .formatted(
                                            report.result().committed().size(),
                                            report.result().failed().size()));
                });
    }

    /** An attempt has failed; after a day it was the last one. */
    public void notReported(long id, String reason) {
        StorageCommitment commitment = lock(id);
        if (commitment.isWaiting()) {
            commitment.notReported(reason);
            if (commitment.requestedAt().plus(Backoff.AT_MOST).isBefore(now())) {
                commitment.giveUp(now());
                record(Caller.system(), AuditAction.COMMITMENT_GIVEN_UP, commitment, reason);
            }
        }
    }

    private StorageCommitment lock(long id) {
        return entityManager.find(StorageCommitment.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<StorageCommitment> find(String callingAeTitle, String transactionUid) {
        return entityManager
                .createQuery(
                        "select c from StorageCommitment c where c.callingAeTitle = :title and c.transactionUid = :uid",
                        StorageCommitment.class)
                .setParameter("title", callingAeTitle)
                .setParameter("uid", transactionUid)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private void record(Caller caller, AuditAction action, StorageCommitment commitment, String detail) {
        trail.record(new AuditEvent(
                caller,
                action,
                "commitment",
                commitment.transactionUid(),
                "requester=" + commitment.callingAeTitle() + " " + detail));
    }

    private Instant now() {
        return clock.instant();
    }
}
