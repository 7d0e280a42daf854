package org.mammoflow.commitment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mammoflow.dicom.net.storage.CommitmentResult;
import org.mammoflow.dicom.net.storage.InstanceReference;

/** A request for storage commitment, and what has become of it. */
@Entity
@Table(name = "storage_commitment")
class StorageCommitment {

    private static final int PROBLEM_LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "storage_commitment_seq")
    @SequenceGenerator(name = "storage_commitment_seq", sequenceName = "storage_commitment_seq")
    private Long id;

    private String callingAeTitle;
    private String transactionUid;

    @ElementCollection
    @CollectionTable(name = "storage_commitment_reference", joinColumns = @JoinColumn(name = "storage_commitment_id"))
    @OrderColumn(name = "position")
    private List<Reference> references = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private CommitmentState state;

    private Instant requestedAt;
    private int attempts;
    private Instant nextAttemptAt;
    private Instant endedAt;
    private Integer committed;
    private Integer failed;
    private String problem;

    protected StorageCommitment() {}

    StorageCommitment(String callingAeTitle, String transactionUid) {
        this.callingAeTitle = callingAeTitle;
        this.transactionUid = transactionUid;
    }

    /** Begins, or begins again when the same transaction is asked for once more. */
    void begin(List<InstanceReference> instances, Instant now, Instant firstAttempt) {
        references.clear();
        instances.forEach(instance -> references.add(new Reference(instance)));
        state = CommitmentState.WAITING;
        requestedAt = now;
        attempts = 0;
        nextAttemptAt = firstAttempt;
        endedAt = null;
        committed = null;
        failed = null;
        problem = null;
    }

    /** Counts an attempt and puts the next one off; false when none is due. */
    boolean claim(Instant now) {
        if (state != CommitmentState.WAITING || nextAttemptAt.isAfter(now)) {
            return false;
        }
        attempts++;
        nextAttemptAt = now.plus(Backoff.after(attempts));
        return true;
    }

    void reported(CommitmentResult result, Instant now) {
        state = CommitmentState.REPORTED;
        committed = result.committed().size();
        failed = result.failed().size();
        endedAt = now;
        problem = null;
    }

    void notReported(String reason) {
        problem = reason.length() <= PROBLEM_LENGTH ? reason : reason.substring(0, PROBLEM_LENGTH);
    }

    void giveUp(Instant now) {
        state = CommitmentState.GIVEN_UP;
        endedAt = now;
    }

    boolean isWaiting() {
        return state == CommitmentState.WAITING;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    String callingAeTitle() {
        return callingAeTitle;
    }

    String transactionUid() {
        return transactionUid;
    }

    OpenCommitment open() {
        return new OpenCommitment(
                id,
                callingAeTitle,
                transactionUid,
                references.stream().map(Reference::view).toList());
    }

    CommitmentView view() {
        return new CommitmentView(
                callingAeTitle,
                transactionUid,
                state,
                references.size(),
                Optional.ofNullable(committed),
                Optional.ofNullable(failed),
                attempts,
                requestedAt,
                state == CommitmentState.WAITING ? Optional.of(nextAttemptAt) : Optional.empty(),
                Optional.ofNullable(problem));
    }
}
