package org.mammoflow.report;

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
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.chain.AuditEntry;

/** The auditor's front door to some of the trail: by person, action, case or object, and period. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class TrailSearch {

    private static final int MOST = 500;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** Newest first. */
    public List<AuditEntry> page(TrailFilter filter, int first, int count) {
        return new TrailQuery(entityManager, filter).page(first, Math.min(count, MOST));
    }

    public long count(TrailFilter filter) {
        return new TrailQuery(entityManager, filter).count();
    }

    /** Records that a file is made; committed before a byte can leave. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void begin(TrailFilter filter) {
        trail.record(new AuditEvent(
                callers.current(), AuditAction.AUDIT_EXPORTED, "audit", "rows", "format=CSV " + filter.words()));
    }

    /** Writes the rows as CSV, newest first; rows that come meanwhile are newer than the first and not among them. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(TrailFilter filter, OutputStream target) throws IOException {
        TrailQuery query = new TrailQuery(entityManager, filter);
        TrailCsv file = new TrailCsv(target);
        List<AuditEntry> rows = query.page(0, MOST);
        while (!rows.isEmpty()) {
            file.write(rows);
            rows = query.before(rows.get(rows.size() - 1).seq(), MOST);
        }
        file.close(filter, callers.current().name(), clock.instant());
        System.getLogger("org.mammoflow.report").log(Level.INFO, "exported=trail-rows rows=" + file.rows());
    }
}
