package org.mammoflow.finding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.mammoflow.access.Role;

/** The auditor's front door to what shadows have stated; closed to everybody else. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ShadowReading {

    private static final int LARGEST_PAGE = 200;

    @PersistenceContext
    EntityManager entityManager;

    /** Disagreements, newest first: rows and their total from one query. */
    public DisagreementPage disagreements(int first, int size) {
        List<Object[]> found = entityManager
                .createQuery("""
                        select s.disagreement, i.sopInstanceUid, i.studyInstanceUid, i.imageLaterality, i.viewCode,
                            f.networkName || '/' || f.networkVersion, f.malignancy, f.band,
                            s.networkName || '/' || s.networkVersion, s.malignancy, s.band, s.reason, s.recordedAt,
                            count(*) over ()
                        from ShadowFinding s
                            join StoredInstance i on i.id = s.instanceId
                            left join Finding f on f.id = s.findingId
                        where s.disagreement is not null
                        order by s.id desc""", Object[].class)
                .setFirstResult(first)
                .setMaxResults(Math.min(size, LARGEST_PAGE))
                .getResultList();
        return new DisagreementPage(
                found.stream().map(ShadowReading::disagreement).toList(),
                found.isEmpty() ? 0 : (Long) found.get(0)[13]);
    }

    /** What each shadow has seen, the newest first. */
    public List<ShadowTally> tallies() {
        return entityManager.createQuery("""
                        select new org.mammoflow.finding.ShadowTally(
                            s.networkName || '/' || s.networkVersion, s.networkDigest, count(*),
                            count(case when s.outcome = org.mammoflow.finding.ShadowFinding$Outcome.FAILED then 1 end),
                            count(case when s.disagreement = org.mammoflow.finding.Disagreement$Kind.VERDICT then 1 end),
                            count(case when s.disagreement = org.mammoflow.finding.Disagreement$Kind.BAND then 1 end),
                            count(case when s.disagreement = org.mammoflow.finding.Disagreement$Kind.SILENCE then 1 end))
                        from ShadowFinding s
                        group by s.networkName, s.networkVersion, s.networkDigest
                        order by max(s.id) desc""", ShadowTally.class).getResultList();
    }

    private static Disagreement disagreement(Object[] row) {
        return new Disagreement(
                (Disagreement.Kind) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (Double) row[6],
                (String) row[7],
                (String) row[8],
                (Double) row[9],
                (String) row[10],
                (String) row[11],
                (Instant) row[12]);
    }
}
