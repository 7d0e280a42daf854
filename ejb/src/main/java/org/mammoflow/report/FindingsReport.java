package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.review.Sights;

/** The auditor's front door: counts and rows. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class FindingsReport {

    private static final int LARGEST_PAGE = 200;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Sights sights;

    public ReportCounts counts(ReportFilter filter) {
        return new ReportQuery(entityManager, filter).counts();
    }

    /** What there is to filter by. */
    public ReportChoices choices() {
        return new ReportChoices(
                texts("select distinct network_name || '/' || network_version from finding order by 1"),
                texts("select distinct calling_ae_title from reading_case order by 1"));
    }

    /** Rows for the screen, newest first, at most 200 at once; that they were looked at is recorded. */
    @RolesAllowed({Role.AUDITOR, Role.RADIOLOGIST})
    public List<ReportRow> page(ReportFilter filter, int first, int size) {
        sights.requireNothingHidden();
        List<ReportRow> rows = new ReportQuery(entityManager, filter).page(first, Math.min(size, LARGEST_PAGE));
        trail.record(new AuditEvent(
                callers.current(),
                AuditAction.REPORT_VIEWED,
                "report",
                "findings",
                "first=%d rows=%d filter=%s".formatted(first, rows.size(), filter.words())));
        return rows;
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String query) {
        return entityManager.createNativeQuery(query, String.class).getResultList();
    }
}
