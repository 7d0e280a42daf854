package org.mammoflow.report;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.mammoflow.platform.SiteZone;
import org.mammoflow.report.Tallies.Alike;

/** Statistics counted by the database: findings in one statement, so that tables and plots show the same moment. */
final class StatisticsQuery {

    private static final String ALIKE = """
            select f.network_name || '/' || f.network_version, coalesce(i.institution_name, ''), i.calling_ae_title,
              coalesce(o.breast_density, ''), coalesce(r.reader, ''), extract(year from f.recorded_at at time zone %1$s),
              extract(month from f.recorded_at at time zone %1$s), f.score_bin, f.ai_positive, r.verdict, count(*)
            """;

    private static final String READING_TIMES = """
            select reader, count(seconds), percentile_cont(0.5) within group (order by seconds),
              percentile_cont(0.9) within group (order by seconds)
            from (select d.reader, extract(epoch from (d.last_decision - (
                select max(a.recorded_at) from audit_row a
                where a.object_type = 'study' and a.object_id = d.study and a.actor = d.reader
                  and a.action in ('CASE_CLAIMED', 'CLAIM_TAKEN_OVER') and a.recorded_at <= d.first_decision))) as seconds
              from (select r.reader, i.study_instance_uid as study, min(r.reviewed_at) as first_decision,
                  max(r.reviewed_at) as last_decision
                from review r join finding f on f.id = r.finding_id join stored_instance i on i.id = f.instance_id
                %s
                group by r.reader, i.study_instance_uid) d) t
            where seconds is not null group by reader order by reader""";

    private static final String SILENCE = """
            select count(*), count(f.instance_id),
              count(case when f.instance_id is null and j.state = 'UNSUITABLE' then 1 end),
              count(case when f.instance_id is null and j.state = 'FAILED' then 1 end)
            from stored_instance i
            left join inference_job j on j.instance_id = i.id
            left join (select distinct instance_id from finding) f on f.instance_id = i.id
            """;

    private final EntityManager entityManager;
    private final ReportFilter filter;

    StatisticsQuery(EntityManager entityManager, ReportFilter filter) {
        this.entityManager = entityManager;
        this.filter = filter;
    }

    @SuppressWarnings("unchecked")
    Tallies tallies() {
        Clauses clauses = Clauses.ofFindings(filter);
        String from = ReportQuery.FROM.replace(
                        " from finding f",
                        " from (select f.*, "
                                + "least(floor(f.malignancy * " + ScoreDistribution.BINS + "), "
                                + (ScoreDistribution.BINS - 1)
                                + ") as score_bin from finding f) f")
                + " left" + ReportQuery.OUTCOME;
        List<Object[]> groups = clauses.bind(entityManager.createNativeQuery(ALIKE.formatted(SiteZone.sql()) + from
                        + clauses.where() + " group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"))
                .getResultList();
        Tallies tallies = new Tallies();
        groups.forEach(group -> tallies.add(alike(group), ((Number) group[10]).longValue()));
        return tallies;
    }

    Silence silence() {
        Clauses clauses = Clauses.ofImages(filter);
        Object[] c = (Object[]) clauses.bind(entityManager.createNativeQuery(SILENCE + clauses.where()))
                .getSingleResult();
        return new Silence(number(c[0]), number(c[1]), number(c[2]), number(c[3]));
    }

    @SuppressWarnings("unchecked")
    List<ReadingTime> readingTimes() {
        Clauses clauses = Clauses.ofStatements(filter);
        // A change of a decision is signed, and no reading of the case.
        String first = "not r.signed and r.verdict <> 'WITHDRAWN'";
        String where = clauses.where().isEmpty() ? " where " + first : clauses.where() + " and " + first;
        List<Object[]> readers = clauses.bind(entityManager.createNativeQuery(READING_TIMES.formatted(where)))
                .getResultList();
        return readers.stream()
                .map(c -> new ReadingTime((String) c[0], number(c[1]), seconds(c[2]), seconds(c[3])))
                .toList();
    }

    List<ChangedOpinion> opinions() {
        return new OpinionQuery(entityManager, filter).changed();
    }

    List<RereadResult> rereads() {
        return new RereadQuery(entityManager).results();
    }

    private static Alike alike(Object[] c) {
        return new Alike(
                (String) c[0],
                (String) c[1],
                (String) c[2],
                (String) c[3],
                (String) c[4],
                YearMonth.of((int) number(c[5]), (int) number(c[6])),
                (int) number(c[7]),
                (Boolean) c[8],
                c[9] == null ? ReportVerdict.OPEN : ReportVerdict.valueOf((String) c[9]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Duration seconds(Object value) {
        return Duration.ofMillis(Math.round(((Number) value).doubleValue() * 1000));
    }
}
