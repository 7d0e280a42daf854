package org.mammoflow.inference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The one job of an image, from stored to its outcome. */
@Entity
@Table(name = "inference_job")
class InferenceJob {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inference_job_seq")
    @SequenceGenerator(name = "inference_job_seq", sequenceName = "inference_job_seq")
    private Long id;

    private long instanceId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private JobState state;

    private int attempts;
    private Instant notBefore;
    private String owner;
    private Instant leaseUntil;
    private String phase;
    private String reason;
    private Instant queuedAt;
    private Instant finishedAt;

    protected InferenceJob() {}

    InferenceJob(long instanceId, Instant now) {
        this.instanceId = instanceId;
        this.state = JobState.WAITING;
        this.queuedAt = now;
        this.notBefore = now;
    }

    long id() {
        return id;
    }

    boolean held(ClaimedJob claim) {
        return state == JobState.RUNNING
                && attempts == claim.attempt()
                && claim.owner().equals(owner);
    }

    ClaimedJob claimed() {
        return new ClaimedJob(id, instanceId, attempts, owner);
    }

    void finish(JobState outcome, String endPhase, String endReason, Instant now) {
        state = outcome;
        phase = endPhase;
        reason = endReason;
        owner = null;
        leaseUntil = null;
        finishedAt = now;
    }

    void waitAgain(Duration pause, String failedPhase, String failedReason, Instant now) {
        finish(JobState.WAITING, failedPhase, failedReason, null);
        notBefore = now.plus(pause);
    }

    void startOver(Instant now) {
        attempts = 0;
        waitAgain(Duration.ZERO, null, null, now);
    }

    boolean failed() {
        return state == JobState.FAILED;
    }

    JobView view() {
        return new JobView(
                id,
                instanceId,
                state,
                attempts,
                Optional.ofNullable(phase),
                Optional.ofNullable(reason),
                queuedAt,
                Optional.ofNullable(finishedAt));
    }
}
