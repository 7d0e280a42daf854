package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** The auditor's front door to files. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ReportExporting {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.report");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Inject
    ReportWriting writing;

    @Inject
    ReportRecording recording;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    /**
     * Makes a report file. Its audit row is committed when this returns, before the caller can hand out a byte.
     *
     * @throws UncheckedIOException when the file cannot be written; like after any failure nothing is left behind
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReportFile export(ExportOrder order) {
        return export(order, new ExportProgress());
    }

    /** As {@link #export(ExportOrder)}, told to whoever waits; cancelled and failed files are on the trail as such. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReportFile export(ExportOrder order, ExportProgress progress) {
        long start = System.nanoTime();
        Path file = null;
        try {
            file = newFile(order.format());
            ReportWriting.Written written = writing.write(order, progress, file);
            // Its last row is long past when the pages of a PDF are written; what nobody wants is not exported.
            progress.requireWanted();
            recording.record(order, written);
            LOG.log(
                    Level.INFO,
                    "exported=report %s rows=%d sha256=%s took=%dms"
                            .formatted(
                                    order.words(),
                                    written.seal().rows(),
                                    written.seal().sha256(),
                                    (System.nanoTime() - start) / 1_000_000));
            String name = "mammoflow-findings-" + (order.deidentified() ? "deidentified-" : "")
                    + STAMP.format(written.title().askedAt()) + "."
                    + order.format().extension();
            return new ReportFile(name, order.format(), written.seal(), file);
        } catch (ExportCancelled e) {
            undo(AuditAction.REPORT_CANCELLED, order, progress, file, e);
            throw e;
        } catch (RuntimeException e) {
            undo(AuditAction.REPORT_FAILED, order, progress, file, e);
            throw e;
        }
    }

    private void undo(
            AuditAction action, ExportOrder order, ExportProgress progress, Path file, RuntimeException cause) {
        delete(file, cause);
        LOG.log(Level.INFO, "%s %s rows=%d".formatted(action, order.words(), progress.rows()));
        try {
            trail.recordAlone(new AuditEvent(
                    callers.current(),
                    action,
                    "report",
                    "findings",
                    "%s rows=%d filter=%s"
                            .formatted(
                                    order.words(),
                                    progress.rows(),
                                    order.filter().words())));
        } catch (RuntimeException e) {
            // Most likely for the reason that made the file fail, which is what the caller must learn.
            cause.addSuppressed(e);
        }
    }

    private static Path newFile(ReportFormat format) {
        try {
            return Files.createTempFile("report-", "." + format.extension());
        } catch (IOException e) {
            throw new UncheckedIOException("report not written: is the temporary folder there?", e);
        }
    }

    private static void delete(Path file, RuntimeException cause) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
