package org.mammoflow.report;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Samples that were read anew: the signed assessments of reading 4 against what the sample calls a recall. */
final class RereadQuery {

    private static final String FROM = """
             from reread_sample s
             join reread_case c on c.reread_sample_id = s.id
             left join reading_entry g on g.study_instance_uid = c.study_instance_uid and g.reading_round = 4
               and g.kind = 'SIGNATURE'
             left join reading_entry e on g.id is not null and e.id = (select max(x.id) from reading_entry x
               where x.study_instance_uid = c.study_instance_uid and x.reading_round = 4 and x.kind = 'ASSESSMENT'
                 and not exists (select 1 from reading_entry w where w.withdraws = x.id))
             left join study_outcome o on o.study_instance_uid = c.study_instance_uid and o.revision =
               (select max(p.revision) from study_outcome p where p.study_instance_uid = c.study_instance_uid)
            """;

    // The sample's codes stand between line feeds.
    private static final String RECALLED = "position(chr(10) || e.code || chr(10) in s.recall_categories) > 0";

    private final EntityManager entityManager;

    RereadQuery(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Every sample, the latest first. */
    @SuppressWarnings("unchecked")
    List<RereadResult> results() {
        List<Object[]> samples = entityManager
                .createNativeQuery(
                        "select s.id, s.seed, s.population, s.drawn, s.drawn_at, count(g.id), count(case when "
                                + RECALLED
                                + " then 1 end), count(case when g.id is not null and o.cancer = true then 1 end),"
                                + " count(case when " + RECALLED + " and o.cancer = true then 1 end)" + FROM
                                + " group by s.id, s.seed, s.population, s.drawn, s.drawn_at order by s.id desc")
                .getResultList();
        return samples.stream()
                .map(c -> new RereadResult(
                        number(c[0]),
                        number(c[1]),
                        (int) number(c[2]),
                        (int) number(c[3]),
                        instant(c[4]),
                        number(c[5]),
                        number(c[6]),
                        number(c[7]),
                        number(c[8])))
                .toList();
    }

    /** The cases of one sample in the order of the draw. */
    @SuppressWarnings("unchecked")
    List<RereadCase> cases(long sampleId) {
        List<Object[]> cases = entityManager
                .createNativeQuery("select c.place, c.study_instance_uid, g.reader, e.code, case when " + RECALLED
                        + " then 1 else 0 end, case when o.cancer = true then 'CANCER' when o.cancer = false then"
                        + " 'NO_CANCER' end" + FROM + " where s.id = :sample order by c.place")
                .setParameter("sample", sampleId)
                .getResultList();
        return cases.stream()
                .map(c -> new RereadCase(
                        (int) number(c[0]), text(c[1]), text(c[2]), text(c[3]), number(c[4]) == 1, text(c[5])))
                .toList();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
    }
}
