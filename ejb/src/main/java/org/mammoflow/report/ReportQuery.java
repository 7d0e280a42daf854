package org.mammoflow.report;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one query behind screen, counts and files: so their numbers agree. */
final class ReportQuery {

    /** Findings {@code f}, their images {@code i} and the review {@code r} that counts. */
    static final String FROM = """
             from finding f
             join stored_instance i on i.id = f.instance_id
             left join standing_review s on s.finding_id = f.id
             left join review r on r.id = s.review_id
            """;

    /** What became of the examination, {@code o}: of several statements about it the last. */
    static final String OUTCOME = """
             join study_outcome o on o.study_instance_uid = i.study_instance_uid and o.revision =
               (select max(p.revision) from study_outcome p where p.study_instance_uid = i.study_instance_uid)
            """;

    private static final String ROWS = FROM + " left" + OUTCOME;

    private static final String COLUMNS = """
            select f.id, i.sop_instance_uid, i.study_instance_uid, i.accession_number, i.study_date, i.calling_ae_title,
              i.image_laterality, i.view_code, f.network_name, f.network_version, f.network_status, f.network_digest,
              f.provider, f.malignancy, f.implant, f.band, f.ai_positive, f.implant_contradiction, f.recorded_at,
              r.verdict, r.revision, r.reason, r.comment_text, r.reader, r.reviewed_at, i.institution_name,
              (select p.outcome from finding_replay p where p.id =
                (select max(q.id) from finding_replay q where q.finding_id = f.id)),
              o.cancer, o.basis, o.image_laterality as outcome_side, o.breast_density, o.outcome_date
            """;

    private final EntityManager entityManager;
    private final Clauses clauses;

    ReportQuery(EntityManager entityManager, ReportFilter filter) {
        this.entityManager = entityManager;
        this.clauses = Clauses.ofFindings(filter);
    }

    /** All rows in the order of recording, streamed; close the stream. */
    Stream<ReportRow> rows() {
        return rows("f.id");
    }

    /** The same in an order drawn anew each time: nobody can lay them beside those in the order of recording. */
    Stream<ReportRow> shuffledRows() {
        return rows("random()");
    }

    @SuppressWarnings("unchecked")
    private Stream<ReportRow> rows(String order) {
        Stream<Object[]> rows = clauses.bind(
                        entityManager.createNativeQuery(COLUMNS + ROWS + clauses.where() + " order by " + order))
                .setHint("org.hibernate.fetchSize", 1000)
                .getResultStream();
        return rows.map(ReportQuery::row);
    }

    @SuppressWarnings("unchecked")
    List<ReportRow> page(int first, int size) {
        List<Object[]> rows = clauses.bind(
                        entityManager.createNativeQuery(COLUMNS + ROWS + clauses.where() + " order by f.id desc"))
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
        return rows.stream().map(ReportQuery::row).toList();
    }

    ReportCounts counts() {
        Object[] c = (Object[])
                clauses.bind(entityManager.createNativeQuery("select " + count("true", "= 'CONFIRMED'") + ", "
                                + count("true", "= 'REJECTED'") + ", "
                                + count("true", "= 'UNCERTAIN'") + ", " + count("true", "is null") + ", "
                                + count("false", "= 'CONFIRMED'") + ", " + count("false", "= 'REJECTED'") + ", "
                                + count("false", "= 'UNCERTAIN'") + ", "
                                + count("false", "is null") + FROM + clauses.where()))
                        .getSingleResult();
        return new ReportCounts(
                number(c[0]),
                number(c[1]),
                number(c[2]),
                number(c[3]),
                number(c[4]),
                number(c[5]),
                number(c[6]),
                number(c[7]));
    }

    private static String count(String aiPositive, String verdict) {
        return "count(case when f.ai_positive = " + aiPositive + " and r.verdict " + verdict + " then 1 end)";
    }

    private static ReportRow row(Object[] c) {
        return new ReportRow(
                number(c[0]),
                text(c[1]),
                text(c[2]),
                text(c[3]),
                day(c[4]),
                text(c[5]),
                text(c[6]),
                text(c[7]),
                text(c[8]) + "/" + text(c[9]),
                text(c[10]),
                text(c[11]),
                text(c[12]),
                ((Number) c[13]).doubleValue(),
                ((Number) c[14]).doubleValue(),
                text(c[15]),
                (Boolean) c[16],
                (Boolean) c[17],
                instant(c[18]),
                c[19] == null ? ReportVerdict.OPEN : ReportVerdict.valueOf(text(c[19])),
                c[20] == null ? 0 : ((Number) c[20]).intValue(),
                text(c[21]),
                text(c[22]),
                text(c[23]),
                instant(c[24]),
                text(c[25]),
                text(c[26]),
                outcome(c));
    }

    private static Optional<KnownOutcome> outcome(Object[] c) {
        return c[27] == null
                ? Optional.empty()
                : Optional.of(new KnownOutcome((Boolean) c[27], text(c[28]), text(c[29]), text(c[30]), day(c[31])));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static Instant instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) value;
    }
}
