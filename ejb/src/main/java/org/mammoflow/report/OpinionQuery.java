package org.mammoflow.report;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * What the network's opinion did to the readers': where a site lets them assess first, the assessment before the network was
 * shown against the one that they signed. Re-readings count in none: their readers see the network after the end only.
 */
final class OpinionQuery {

    private static final String OF_THE_SAME_READING = "%1$s.study_instance_uid = own.study_instance_uid"
            + " and %1$s.reading_round = own.reading_round and %1$s.reader = own.reader and %1$s.kind = '%2$s'";

    private static final String STANDS = "not exists (select 1 from reading_entry w where w.withdraws = %s.id)";

    private static final String READERS = """
            select own.reader, count(*), count(case when signed.code <> own.code then 1 end)
            from reading_entry own
            join reading_entry signed on signed.id = (select max(k.id) from reading_entry k where %s and %s)
            where own.kind = 'ASSESSMENT' and own.reading_round < 4
              and own.id = (select max(o.id) from reading_entry o where %s and o.ai_shown = false)
              and exists (select 1 from reading_entry s where %s and %s)
              and exists (select 1 from stored_instance i join finding f on f.instance_id = i.id
                where i.study_instance_uid = own.study_instance_uid%s)
            group by own.reader order by own.reader""".formatted(
                    OF_THE_SAME_READING.formatted("k", "ASSESSMENT"),
                    STANDS.formatted("k"),
                    OF_THE_SAME_READING.formatted("o", "ASSESSMENT"),
                    OF_THE_SAME_READING.formatted("s", "SIGNATURE"),
                    STANDS.formatted("s"),
                    "%s");

    private final EntityManager entityManager;
    private final ReportFilter filter;

    OpinionQuery(EntityManager entityManager, ReportFilter filter) {
        this.entityManager = entityManager;
        this.filter = filter;
    }

    /** By reader; empty where nobody reads before the network. */
    @SuppressWarnings("unchecked")
    List<ChangedOpinion> changed() {
        Clauses clauses = Clauses.ofStatements(filter);
        List<Object[]> readers = clauses.bind(entityManager.createNativeQuery(READERS.formatted(clauses.further())))
                .getResultList();
        return readers.stream()
                .map(c -> new ChangedOpinion(
                        (String) c[0], new Proportion(((Number) c[2]).longValue(), ((Number) c[1]).longValue())))
                .toList();
    }
}
