package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** Who saw what of one patient, when and why: every audit row about the patient's studies, images and findings. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class PatientAccess {

    private static final int MOST = 1000;

    private static final String OF_PATIENT =
            " from stored_instance i where i.patient_id = :patient and (:issuer = '' or i.issuer_of_patient_id ="
                    + " :issuer)";

    private static final String COLUMNS = "select a.seq, a.recorded_at, a.actor, a.actor_role, a.action, a.object_type,"
            + " a.object_id, a.detail, a.source";

    private static final String ROWS = " from ("
            + "select 'study' as kind, i.study_instance_uid as name" + OF_PATIENT
            + " union select 'instance', i.sop_instance_uid" + OF_PATIENT
            + " union select 'instance', cast(i.id as varchar)" + OF_PATIENT
            + " union select 'finding', cast(f.id as varchar) from finding f where f.instance_id in (select i.id"
            + OF_PATIENT
            + ")) o join audit_row a on a.object_type = o.kind and a.object_id = o.name";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /**
     * The newest rows first, at most 1,000, and how many there are. That they were asked for is recorded with the studies,
     * never with the patient's identifier; so is a question about somebody unknown.
     *
     * @param issuer of the identifier; empty for any
     */
    public AccessReport of(String patientId, String issuer) {
        return asked(patientId.strip(), issuer.strip(), MOST, "");
    }

    /** All of them as CSV, recorded as an export. */
    public String csv(String patientId, String issuer) {
        AccessReport report = asked(patientId.strip(), issuer.strip(), Integer.MAX_VALUE, " format=CSV");
        System.getLogger("org.mammoflow.report").log(Level.INFO, "exported=accesses rows=" + report.total());
        return AccessCsv.of(report, callers.current().name(), clock.instant());
    }

    private AccessReport asked(String patientId, String issuer, int most, String how) {
        AccessReport report = report(patientId, issuer, most);
        List<String> studies = studies(patientId, issuer);
        String rows = "rows=" + report.lines().size() + how;
        studies.forEach(study -> record("study", study, rows));
        if (studies.isEmpty()) {
            record("patient", "", rows + " nobody of this identifier");
        }
        return report;
    }

    private void record(String type, String id, String detail) {
        trail.record(new AuditEvent(callers.current(), AuditAction.ACCESS_REPORTED, type, id, detail));
    }

    @SuppressWarnings("unchecked")
    AccessReport report(String patientId, String issuer, int most) {
        List<Object[]> rows = query(COLUMNS + ROWS + " order by a.seq desc", patientId, issuer)
                .setMaxResults(most)
                .getResultList();
        Number total =
                (Number) query("select count(*)" + ROWS, patientId, issuer).getSingleResult();
        return new AccessReport(rows.stream().map(PatientAccess::line).toList(), total.longValue());
    }

    @SuppressWarnings("unchecked")
    private List<String> studies(String patientId, String issuer) {
        return query("select distinct i.study_instance_uid" + OF_PATIENT + " order by 1", patientId, issuer)
                .getResultList();
    }

    private Query query(String sql, String patientId, String issuer) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("patient", patientId)
                .setParameter("issuer", issuer);
    }

    private static AccessLine line(Object[] c) {
        return new AccessLine(
                ((Number) c[0]).longValue(),
                TrailQuery.instant(c[1]),
                (String) c[2],
                (String) c[3],
                (String) c[4],
                (String) c[5],
                (String) c[6],
                (String) c[7],
                (String) c[8]);
    }
}
