package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
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
            " from stored_instance i where i.patient_id = :patient and (:issuer = '' or i.issuer_of_patient_id = :issuer)";

    private static final String ROWS = "select a.seq, a.recorded_at, a.actor, a.actor_role, a.action, a.object_type,"
            + " a.object_id, a.detail, a.source from ("
            + "select 'study' as kind, i.study_instance_uid as name" + OF_PATIENT
            + " union select 'instance', i.sop_instance_uid" + OF_PATIENT
            + " union select 'instance', cast(i.id as varchar)" + OF_PATIENT
            + " union select 'finding', cast(f.id as varchar) from finding f where f.instance_id in (select i.id"
            + OF_PATIENT
            + ")) o join audit_row a on a.object_type = o.kind and a.object_id = o.name order by a.seq desc";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    /**
     * The newest rows first, at most 1,000. That they were asked for is recorded with the studies, never with the patient's
     * identifier.
     *
     * @param issuer of the identifier; empty for any
     */
    public List<AccessLine> of(String patientId, String issuer) {
        List<AccessLine> lines = lines(patientId.strip(), issuer.strip());
        for (String study : studies(patientId.strip(), issuer.strip())) {
            trail.record(new AuditEvent(
                    callers.current(), AuditAction.ACCESS_REPORTED, "study", study, "rows=" + lines.size()));
        }
        return lines;
    }

    @SuppressWarnings("unchecked")
    List<AccessLine> lines(String patientId, String issuer) {
        List<Object[]> rows = query(ROWS, patientId, issuer).setMaxResults(MOST).getResultList();
        return rows.stream().map(PatientAccess::line).toList();
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
                instant(c[1]),
                (String) c[2],
                (String) c[3],
                (String) c[4],
                (String) c[5],
                (String) c[6],
                (String) c[7],
                (String) c[8]);
    }

    private static Instant instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
    }
}
