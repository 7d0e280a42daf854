package org.mammoflow.inference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** The administrator's front door to the jobs. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class Jobs {

    private static final int MOST = 500;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Event<JobQueued> queued;

    @Inject
    Clock clock;

    /** The job of an image; also for those who read or audit it. */
    @RolesAllowed({Role.ADMIN, Role.RADIOLOGIST, Role.AUDITOR})
    public Optional<JobView> ofInstance(long instanceId) {
        return ofInstances(List.of(instanceId)).stream().findFirst();
    }

    @RolesAllowed({Role.ADMIN, Role.RADIOLOGIST, Role.AUDITOR})
    public List<JobView> ofInstances(List<Long> instanceIds) {
        return entityManager
                .createQuery("select j from InferenceJob j where j.instanceId in :ids", InferenceJob.class)
                .setParameter("ids", instanceIds)
                .getResultStream()
                .map(InferenceJob::view)
                .toList();
    }

    /** Parked jobs, newest first. */
    public List<JobView> failed() {
        return entityManager
                .createQuery(
                        "select j from InferenceJob j where j.state = :failed order by j.id desc", InferenceJob.class)
                .setParameter("failed", JobState.FAILED)
                .setMaxResults(MOST)
                .getResultStream()
                .map(InferenceJob::view)
                .toList();
    }

    public long waiting() {
        return entityManager
                .createQuery("select count(j) from InferenceJob j where j.state in (:waiting, :running)", Long.class)
                .setParameter("waiting", JobState.WAITING)
                .setParameter("running", JobState.RUNNING)
                .getSingleResult();
    }

    /** Queues a parked job again with all its attempts; does nothing for any other. */
    public void retry(long jobId) {
        InferenceJob job = entityManager.find(InferenceJob.class, jobId, LockModeType.PESSIMISTIC_WRITE);
        if (job != null && job.failed()) {
            job.startOver(clock.instant());
            queued.fire(new JobQueued(jobId));
            trail.record(new AuditEvent(callers.current(), AuditAction.JOB_RETRIED, "job", Long.toString(jobId), ""));
        }
    }
}
