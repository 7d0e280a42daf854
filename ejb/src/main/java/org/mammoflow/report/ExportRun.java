package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.Future;
import org.mammoflow.access.RequestOrigin;
import org.mammoflow.access.Role;

/** Makes a file beside the request that asked for it, as the one who asked. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ExportRun {

    @Inject
    ReportExporting exporting;

    @Inject
    Clock clock;

    /**
     * @param origin of the request, which ends before the file does: the trail names it
     * @return nothing but the end: a caller without the role learns of its refusal by it
     */
    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Future<Void> run(ExportJob job, RequestOrigin origin) {
        RequestOrigin.enter(origin);
        try {
            job.ready(exporting.export(job.order(), job.progress()), clock.instant());
        } catch (ExportCancelled e) {
            job.end(new ExportState.Cancelled(job.progress().rows()), clock.instant());
        } catch (RuntimeException e) {
            // The edge: nobody waits for this thread, so whoever asks later must learn of it.
            System.getLogger("org.mammoflow.report").log(Level.ERROR, "report not made", e);
            job.end(new ExportState.Failed(), clock.instant());
        } finally {
            RequestOrigin.leave();
        }
        return new AsyncResult<>(null);
    }
}
