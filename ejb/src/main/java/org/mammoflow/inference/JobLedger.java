package org.mammoflow.inference;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.Findings;
import org.mammoflow.finding.NoOpinionView.Kind;
import org.mammoflow.finding.ShadowFindings;
import org.mammoflow.instance.InstanceStored;

/** The job table: each step of a job's life is one transaction here. */
@Stateless
public class JobLedger {

    // One per start of the server: what another start claimed, nobody is working on any more.
    private static final String THIS_START = UUID.randomUUID().toString();
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Findings findings;

    @Inject
    ShadowFindings shadowFindings;

    @Inject
    Event<JobQueued> queued;

    @Inject
    InferenceSettings settings;

    @Inject
    Clock clock;

    /** Queues the job of a new instance, in the transaction that stores it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void on(@Observes InstanceStored stored) {
        InferenceJob job = new InferenceJob(stored.instanceId(), clock.instant());
        entityManager.persist(job);
        queued.fire(new JobQueued(job.id()));
    }

    /** Takes a job that is due and counts the attempt before it begins; nothing when another was faster. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<ClaimedJob> claim(long jobId) {
        int taken = entityManager
                .createQuery("update InferenceJob j set j.state = :running, j.attempts = j.attempts + 1,"
                        + " j.owner = :owner, j.leaseUntil = :lease where j.id = :id and j.state = :waiting"
                        + " and j.notBefore <= :now and j.attempts < :most")
                .setParameter("running", JobState.RUNNING)
                .setParameter("waiting", JobState.WAITING)
                .setParameter("owner", THIS_START)
                .setParameter("lease", clock.instant().plus(settings.lease()))
                .setParameter("id", jobId)
                .setParameter("now", clock.instant())
                .setParameter("most", settings.attempts())
                .executeUpdate();
        return taken == 1
                ? Optional.of(entityManager.find(InferenceJob.class, jobId).claimed())
                : Optional.empty();
    }

    /**
     * Ends an attempt: the statement, the shadow's beside it, audit rows and job in one transaction. A claim that was lost
     * changes nothing.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void finish(ClaimedJob claim, Judgement judgement) {
        InferenceJob job = entityManager.find(InferenceJob.class, claim.id(), LockModeType.PESSIMISTIC_WRITE);
        if (!job.held(claim)) {
            return;
        }
        Outcome outcome = judgement.outcome();
        if (outcome instanceof Outcome.Classified classified) {
            FindingView finding = findings.record(classified.finding());
            judgement.shadow().ifPresent(shadow -> shadowFindings.record(shadow, Optional.of(finding)));
            job.finish(JobState.CLASSIFIED, null, null, clock.instant());
        } else if (outcome instanceof Outcome.Unsuitable unsuitable) {
            findings.recordNone(claim.instanceId(), Kind.UNSUITABLE, unsuitable.phase(), unsuitable.reason());
            judgement.shadow().ifPresent(shadow -> shadowFindings.record(shadow, Optional.empty()));
            job.finish(JobState.UNSUITABLE, unsuitable.phase(), cut(unsuitable.reason()), clock.instant());
        } else if (outcome instanceof Outcome.Failed failed) {
            retryOrPark(job, claim, failed);
        }
    }

    /** The oldest jobs that are due, at most this many. */
    public List<Long> due(int most) {
        return entityManager
                .createQuery(
                        "select j.id from InferenceJob j where j.state = :waiting and j.notBefore <= :now order by j.id",
                        Long.class)
                .setParameter("waiting", JobState.WAITING)
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Takes back jobs whose worker is gone: of an earlier start, or past their lease. Those without an attempt left are
     * parked.
     *
     * @return how many
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int recoverLost() {
        List<InferenceJob> lost = entityManager
                .createQuery(
                        "select j from InferenceJob j where j.state = :running"
                                + " and (j.owner <> :owner or j.leaseUntil < :now) order by j.id",
                        InferenceJob.class)
                .setParameter("running", JobState.RUNNING)
                .setParameter("owner", THIS_START)
                .setParameter("now", clock.instant())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        lost.forEach(job -> retryOrPark(
                job,
                job.claimed(),
                new Outcome.Failed("worker", "WORKER_LOST: the server stopped or the attempt hung")));
        return lost.size();
    }

    private void retryOrPark(InferenceJob job, ClaimedJob claim, Outcome.Failed failed) {
        if (claim.attempt() < settings.attempts()) {
            job.waitAgain(pause(claim), failed.phase(), cut(failed.reason()), clock.instant());
            queued.fire(new JobQueued(job.id()));
        } else {
            findings.recordNone(claim.instanceId(), Kind.FAILED, failed.phase(), failed.reason());
            job.finish(JobState.FAILED, failed.phase(), cut(failed.reason()), clock.instant());
        }
    }

    // A lost worker says nothing against the image: no pause. A failure gets a growing one.
    private static Duration pause(ClaimedJob claim) {
        return claim.owner().equals(THIS_START) ? FIRST_PAUSE.multipliedBy(claim.attempt()) : Duration.ZERO;
    }

    private static String cut(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }
}
