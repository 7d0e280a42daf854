package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.audit.HeadSigning;

/**
 * Puts a written file on the audit trail and signs the trail's end. Apart from the writing, because whoever appends to the
 * trail needs its present end, and the writing holds a moment that is over.
 */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ReportRecording {

    @Inject
    AuditTrail trail;

    @Inject
    HeadSigning heads;

    @Inject
    Callers callers;

    /** Committed when this returns; a file whose row cannot be written must not be handed out. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(ExportOrder order, ReportWriting.Written written) {
        ReportSeal seal = written.seal();
        trail.record(new AuditEvent(
                        callers.current(),
                        AuditAction.REPORT_EXPORTED,
                        "report",
                        seal.sha256(),
                        "%s rows=%d state=%d filter=%s"
                                .formatted(
                                        order.words(),
                                        seal.rows(),
                                        written.title().auditRow(),
                                        order.filter().words()))
                .changing("", seal.sha256()));
        heads.sign(HeadSigning.Occasion.EXPORT);
    }
}
