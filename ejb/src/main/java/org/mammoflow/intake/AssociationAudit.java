package org.mammoflow.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.audit.RowLimit;
import org.mammoflow.dicom.net.upper.AssociationInfo;
import org.mammoflow.dicom.net.upper.AssociationListener;

/**
 * Tells the trail of refused and broken associations. A peer that knocks all night must not fill the trail: after the
 * first rows of a minute the rest is in the log only, and counted in the next row.
 */
@ApplicationScoped
public class AssociationAudit implements AssociationListener {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.intake");
    private static final int ROWS_PER_MINUTE = 30;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService executor;

    private final RowLimit limit = new RowLimit(ROWS_PER_MINUTE);

    @Override
    public void rejected(AssociationInfo caller, int result, int source, int reason) {
        LOG.log(
                Level.WARNING,
                "assoc=%d from=%s calling=\"%s\" called=\"%s\" refused %d/%d/%d%s"
                        .formatted(
                                caller.id(),
                                caller.remote().getAddress().getHostAddress(),
                                inert(caller.callingAeTitle()),
                                inert(caller.calledAeTitle()),
                                result,
                                source,
                                reason,
                                source == 1 && reason == 3
                                        ? "; remedy: enter this calling AE title under Administration"
                                        : ""));
        write(
                caller,
                AuditAction.ASSOCIATION_REFUSED,
                "result=%d source=%d reason=%d".formatted(result, source, reason));
    }

    @Override
    public void aborted(AssociationInfo association, String reason) {
        LOG.log(Level.WARNING, "assoc=" + association.id() + " ended early: " + inert(reason));
        write(association, AuditAction.TRANSFER_INTERRUPTED, reason);
    }

    private void write(AssociationInfo caller, AuditAction action, String detail) {
        limit.admit("association", clock.instant()).ifPresent(heldBack -> {
            AuditEvent event = new AuditEvent(
                    Caller.modality(
                            caller.callingAeTitle(),
                            caller.remote().getAddress().getHostAddress(),
                            caller.id()),
                    action,
                    "association",
                    Long.toString(caller.id()),
                    heldBack == 0 ? detail : detail + " heldBack=" + heldBack);
            executor.execute(() -> trail.recordAlone(event));
        });
    }

    private static String inert(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "\uFFFD").replace('"', '\'');
    }
}
