package org.mammoflow.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.audit.RowLimit;
import org.mammoflow.dicom.net.upper.AssociationInfo;
import org.mammoflow.dicom.net.upper.AssociationListener;

/**
 * Tells the trail of refused connections and associations and of broken ones. A peer that knocks all night must not fill the trail: after the
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

    private final RowLimit rows = new RowLimit(ROWS_PER_MINUTE);
    private final RowLimit lines = new RowLimit(ROWS_PER_MINUTE);

    @Override
    public void rejected(AssociationInfo caller, int result, int source, int reason) {
        LOG.log(
                Level.WARNING,
                "assoc=%d from=%s calling=\"%s\" called=\"%s\" refused %d/%d/%d%s"
                        .formatted(
                                caller.id(),
                                address(caller.remote()),
                                inert(caller.callingAeTitle()),
                                inert(caller.calledAeTitle()),
                                result,
                                source,
                                reason,
                                source == 1 && reason == 3
                                        ? "; remedy: enter this calling AE title under Administration"
                                        : ""));
        record(
                "association",
                caller(caller),
                AuditAction.ASSOCIATION_REFUSED,
                Long.toString(caller.id()),
                "result=%d source=%d reason=%d".formatted(result, source, reason));
    }

    @Override
    public void aborted(AssociationInfo association, String reason) {
        LOG.log(Level.WARNING, "assoc=" + association.id() + " ended early: " + inert(reason));
        record(
                "association",
                caller(association),
                AuditAction.TRANSFER_INTERRUPTED,
                Long.toString(association.id()),
                reason);
    }

    @Override
    public void failed(InetSocketAddress remote, boolean secure, String reason) {
        if (lines.admit("connection", clock.instant()).isPresent()) {
            LOG.log(Level.INFO, "from=" + address(remote) + " no association: " + inert(reason));
        }
    }

    @Override
    public void handshakeRefused(InetSocketAddress remote, String reason) {
        LOG.log(Level.WARNING, "from=" + address(remote) + " refused: " + inert(reason));
        record(
                "connection",
                Caller.anonymous("", address(remote)),
                AuditAction.CONNECTION_REFUSED,
                address(remote),
                reason);
    }

    private static Caller caller(AssociationInfo association) {
        return Caller.modality(association.callingAeTitle(), address(association.remote()), association.id());
    }

    private void record(String kind, Caller caller, AuditAction action, String id, String detail) {
        rows.admit(kind, clock.instant()).ifPresent(heldBack -> {
            AuditEvent event =
                    new AuditEvent(caller, action, kind, id, heldBack == 0 ? detail : detail + " heldBack=" + heldBack);
            executor.execute(() -> trail.recordAlone(event));
        });
    }

    private static String address(InetSocketAddress remote) {
        return remote.getAddress().getHostAddress();
    }

    private static String inert(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "\uFFFD").replace('"', '\'');
    }
}
