package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mammoflow.access.Role;
import org.mammoflow.platform.SiteZone;

/** The ledger of everything that was received: what became of it, and who is to close each gap. One statement, one moment. */
@Stateless
@RolesAllowed({Role.AUDITOR, Role.ADMIN})
public class NothingLost {

    private static final int LARGEST_PAGE = 200;

    private static final Pattern STATE = Pattern.compile(" state=([0-9]+) filter=");

    private static final String LINES = """
            select i.calling_ae_title, extract(year from i.received_at at time zone %1$s),
              extract(month from i.received_at at time zone %1$s), extract(day from i.received_at at time zone %1$s),
              count(*),
              count(case when i.id is not null and f.id is null and (j.id is null or j.state = 'CLASSIFIED') then 1 end),
              count(case when f.id is null and j.state in ('WAITING', 'RUNNING') then 1 end),
              count(case when f.id is null and j.state = 'UNSUITABLE' then 1 end),
              count(case when f.id is null and j.state = 'FAILED' then 1 end),
              count(case when i.id is null then 1 end),
              count(f.id),
              count(case when f.id is not null and r.id is null and (c.claimed_until is null or c.claimed_until <= :now)
                then 1 end),
              count(case when f.id is not null and r.id is null and c.claimed_until > :now then 1 end),
              count(r.id),
              count(case when r.id is not null and :exported > 0
                and not exists (select 1 from audit_row a where a.object_type = 'finding'
                  and a.object_id = cast(f.id as varchar) and a.seq > :exported
                  and a.action in ('FINDING_REVIEWED', 'REVIEW_CHANGED', 'REVIEW_WITHDRAWN'))
                and (coalesce(c.readings_wanted, 1) = 1 or not exists (select 1 from audit_row a
                  where a.object_type = 'study' and a.object_id = i.study_instance_uid and a.seq > :exported
                  and a.action in ('READING_SIGNED', 'SIGNATURE_TAKEN_BACK'))) then 1 end),
              string_agg(distinct case when f.id is not null and r.id is null and c.claimed_until > :now
                then c.claimed_by end, ', ')
            from (select id, study_instance_uid, calling_ae_title, received_at from stored_instance
              union all select cast(null as bigint), cast(null as varchar), calling_ae_title, received_at
                from conflicting_object) i
            left join inference_job j on j.instance_id = i.id
            left join finding f on f.id = (select max(g.id) from finding g where g.instance_id = i.id)
            left join standing_review s on s.finding_id = f.id
            left join review r on r.id = s.review_id
            left join reading_case c on c.study_instance_uid = i.study_instance_uid
            group by 1, 2, 3, 4
            order by 2 desc, 3 desc, 4 desc, 1""";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** A line for each modality and day, the latest day first, at most 200 at once. */
    @SuppressWarnings("unchecked")
    public List<LedgerLine> lines(int first, int size) {
        List<Object[]> lines = entityManager
                .createNativeQuery(LINES.formatted(SiteZone.sql()))
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("exported", lastWholeExport())
                .setFirstResult(first)
                .setMaxResults(Math.min(size, LARGEST_PAGE))
                .getResultList();
        return lines.stream().map(NothingLost::line).toList();
    }

    /**
     * Up to which row of the audit trail the last whole file tells; 0 while there is none. A file of some findings hands over
     * some; only one without a filter hands over all that were decided in the state that it shows. What was decided while it
     * was written is not in it, whatever the time of day.
     */
    private long lastWholeExport() {
        return entityManager
                .createQuery(
                        "select a.detail from AuditRow a where a.objectType = 'report'"
                                + " and a.action = 'REPORT_EXPORTED' and a.detail not like '%filter=%filter=%'"
                                + " and a.detail like 'format=% deidentified=false rows=% state=% filter=all findings'"
                                + " order by a.seq desc",
                        String.class)
                .setMaxResults(1)
                .getResultStream()
                .map(STATE::matcher)
                .filter(Matcher::find)
                .mapToLong(state -> Long.parseLong(state.group(1)))
                .findFirst()
                .orElse(0);
    }

    private static LedgerLine line(Object[] c) {
        return new LedgerLine(
                (String) c[0],
                LocalDate.of((int) number(c[1]), (int) number(c[2]), (int) number(c[3])),
                number(c[4]),
                number(c[5]),
                number(c[6]),
                number(c[7]),
                number(c[8]),
                number(c[9]),
                number(c[10]),
                number(c[11]),
                number(c[12]),
                number(c[13]),
                number(c[14]),
                c[15] == null ? "" : (String) c[15]);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
