package org.mammoflow.report;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same as {@link TruthTally}, counted by the database: for the screen, which reads no rows. */
final class TruthQuery {

    // As KnownOutcome.concerns.
    private static final String CONCERNED = "(o.image_laterality not in ('L', 'R')"
            + " or coalesce(i.image_laterality, '') not in ('L', 'R') or i.image_laterality = o.image_laterality)";

    private static final String READER_POSITIVE =
            "(f.ai_positive = true and r.verdict = 'CONFIRMED' or f.ai_positive = false and r.verdict = 'REJECTED')";

    private static final String EXAMINATIONS = """
            select f.network_name || '/' || f.network_version as network, o.cancer as cancer,
              max(case when f.ai_positive = true and %1$s then 1 else 0 end) as ai,
              case when max(case when %2$s and %1$s then 1 else 0 end) = 1 then 'POSITIVE'
                when min(case when r.verdict in ('CONFIRMED', 'REJECTED') then 1 else 0 end) = 1 then 'NEGATIVE'
                else 'NOTHING' end as readers
            """.formatted(CONCERNED, READER_POSITIVE);

    private final EntityManager entityManager;
    private final ReportFilter filter;

    TruthQuery(EntityManager entityManager, ReportFilter filter) {
        this.entityManager = entityManager;
        this.filter = filter;
    }

    @SuppressWarnings("unchecked")
    Truth truth() {
        // Whoever chooses verdicts would choose what the readers said: those counts are of the rows alone.
        Clauses clauses = Clauses.ofFindings(filter);
        List<Object[]> groups = clauses.bind(
                        entityManager.createNativeQuery("select network, cancer, ai, readers, count(*) from ("
                                + EXAMINATIONS + ReportQuery.FROM + ReportQuery.OUTCOME + clauses.where()
                                + " group by f.network_name, f.network_version, i.study_instance_uid, o.cancer) e"
                                + " group by network, cancer, ai, readers"))
                .getResultList();
        Map<String, TruthLine> networks = new TreeMap<>();
        for (Object[] c : groups) {
            networks.merge(
                    (String) c[0],
                    line(c, new TruthLine((String) c[0], Accuracy.NONE, Accuracy.NONE)),
                    (known, first) -> line(c, known));
        }
        return new Truth(List.copyOf(networks.values()));
    }

    private static TruthLine line(Object[] c, TruthLine line) {
        return line.plus(
                (Boolean) c[1],
                ((Number) c[2]).intValue() == 1,
                Accuracy.Said.valueOf((String) c[3]),
                ((Number) c[4]).longValue());
    }
}
