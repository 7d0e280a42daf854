package org.mammoflow.inference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<JobState> UNJUDGED = EnumSet.complementOf(EnumSet.of(JobState.CLASSIFIED));
    private static final Set<JobState> PENDING = EnumSet.of(JobState.WAITING, JobState.RUNNING);
    private static final String LATE = "j.state in :pending and j.queuedAt < :limit";

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

    @Inject
    InferenceSettings settings;

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

    /** Images that have no finding (yet), by what became of their jobs, newest first, at most 500 at once. */
    @RolesAllowed({Role.ADMIN, Role.RADIOLOGIST, Role.AUDITOR})
    public List<UnjudgedImage> unjudged(JobState state, int first, int size) {
        requireUnjudged(state);
        return page(images("where j.state = :state order by j.id desc").setParameter("state", state), first, size);
    }

    /** Images whose opinion is late: they wait longer than the site is used to. The longest wait first. */
    @RolesAllowed({Role.ADMIN, Role.RADIOLOGIST, Role.AUDITOR})
    public List<UnjudgedImage> late(int first, int size) {
        return page(
                images("where " + LATE + " order by j.queuedAt, j.id")
                        .setParameter("pending", PENDING)
                        .setParameter("limit", clock.instant().minus(settings.late())),
                first,
                size);
    }

    /** How many images' opinions are late. */
    @RolesAllowed({Role.ADMIN, Role.RADIOLOGIST, Role.AUDITOR})
    public long late() {
        return entityManager
                .createQuery("select count(j) from InferenceJob j where " + LATE, Long.class)
                .setParameter("pending", PENDING)
                .setParameter("limit", clock.instant().minus(settings.late()))
                .getSingleResult();
    }

    private TypedQuery<UnjudgedImage> images(String which) {
        return entityManager.createQuery("""
                        select new org.mammoflow.inference.UnjudgedImage(j.id, i.sopInstanceUid, i.studyInstanceUid,
                            i.accessionNumber, i.studyDate, i.callingAeTitle, i.imageLaterality, i.viewCode,
                            j.state, j.attempts, j.phase, j.reason, j.queuedAt)
                        from InferenceJob j join StoredInstance i on i.id = j.instanceId
                        """ + which, UnjudgedImage.class);
    }

    private static List<UnjudgedImage> page(TypedQuery<UnjudgedImage> images, int first, int size) {
        return images.setFirstResult(first).setMaxResults(Math.min(size, MOST)).getResultList();
    }

    /** How many images have no finding (yet), for each state of their jobs. */
    @RolesAllowed({Role.ADMIN, Role.RADIOLOGIST, Role.AUDITOR})
    public Map<JobState, Long> unjudged() {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        entityManager
                .createQuery(
                        "select j.state, count(j) from InferenceJob j where j.state in :states group by j.state",
                        Object[].class)
                .setParameter("states", UNJUDGED)
                .getResultStream()
                .forEach(row -> counts.put((JobState) row[0], (Long) row[1]));
        return counts;
    }

    public long waiting() {
        return entityManager
                .createQuery("select count(j) from InferenceJob j where j.state in :pending", Long.class)
                .setParameter("pending", PENDING)
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

    private static void requireUnjudged(JobState state) {
        if (!UNJUDGED.contains(state)) {
            throw new IllegalArgumentException("a classified image has a finding");
        }
    }
}
