package org.mammoflow.report;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;

/**
 * The auditor's front door to files that take a while: they are made beside the request, say how far they are, and can be
 * cancelled. A file lies ready for ten minutes, for whoever wanted it, and is handed out once.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Role.AUDITOR)
public class ExportDesk {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int RUNNING_AT_ONCE = 2;

    @Inject
    ExportRun run;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    private final Map<String, ExportJob> jobs = new ConcurrentHashMap<>();

    /** Begins a file and returns its number; nothing when two of the caller's are being made already. */
    public Optional<String> begin(ExportOrder order) {
        String owner = callers.current().name();
        long running = jobs.values().stream()
                .filter(job -> job.belongsTo(owner) && job.isRunning())
                .count();
        if (running >= RUNNING_AT_ONCE) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        ExportJob job = new ExportJob(owner, order);
        jobs.put(id, job);
        Future<Void> unused = run.run(job, callers.origin()); // The job itself knows how it ends.
        return Optional.of(id);
    }

    /** Where it stands; nothing when the caller has no such file. */
    public Optional<ExportState> state(String id) {
        return own(id).map(ExportJob::state);
    }

    /** Stops the making of a file, or throws away what was made; nothing of it is left. */
    public boolean cancel(String id) {
        Optional<ExportJob> job = own(id);
        job.ifPresent(wanted -> wanted.cancel(clock.instant()));
        return job.isPresent();
    }

    /** The file, once; nothing while it is not ready. */
    public Optional<ReportFile> take(String id) {
        return own(id).flatMap(ExportJob::take);
    }

    // The timer has no role.
    @PermitAll
    @Schedule(hour = "*", minute = "*", persistent = false)
    void clear() {
        Instant before = clock.instant().minus(KEPT);
        jobs.values().removeIf(job -> {
            if (job.endedBefore(before)) {
                job.cancel(clock.instant());
                return true;
            }
            return false;
        });
    }

    @PreDestroy
    void close() {
        jobs.values().forEach(job -> job.cancel(clock.instant()));
    }

    private Optional<ExportJob> own(String id) {
        return Optional.ofNullable(id)
                .map(jobs::get)
                .filter(job -> job.belongsTo(callers.current().name()));
    }
}
