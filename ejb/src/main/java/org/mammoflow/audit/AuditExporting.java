package org.mammoflow.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.chain.AuditExport;
import org.mammoflow.chain.SignedHead;

/** Hands the whole trail out as a file that proves itself: {@code ./mammoflow verify} needs nothing else. */
@Stateless
@RolesAllowed({Role.AUDITOR, Role.ADMIN})
public class AuditExporting {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    HeadSigning heads;

    @Inject
    InstallationKey key;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** Records the export and signs the end that includes this record; committed before a byte can leave. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public SignedHead begin() {
        trail.record(new AuditEvent(callers.current(), AuditAction.AUDIT_EXPORTED, "audit", "chain", ""));
        return heads.sign(HeadSigning.Occasion.EXPORT);
    }

    /** Writes every row up to a signed end; holds no lock, so work goes on meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(SignedHead end, OutputStream target) throws IOException {
        AuditExport.write(
                target, clock.instant(), key.trusted(), signedUpTo(end), new AuditRows(entityManager, end.seq()));
        System.getLogger("org.mammoflow.audit").log(Level.INFO, "exported=trail rows=" + end.seq());
    }

    private List<SignedHead> signedUpTo(SignedHead end) {
        return entityManager
                .createQuery("select h from SignedHeadRow h where h.seq <= :end order by h.seq", SignedHeadRow.class)
                .setParameter("end", end.seq())
                .getResultStream()
                .map(SignedHeadRow::head)
                .toList();
    }
}
