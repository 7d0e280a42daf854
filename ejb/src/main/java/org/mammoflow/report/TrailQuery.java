package org.mammoflow.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.mammoflow.chain.AuditEntry;

/** Rows of the audit trail that a filter lets through, newest first; each part of it is led by an index. */
final class TrailQuery {

    private static final String COLUMNS = "select a.seq, a.recorded_at, a.actor, a.actor_role, a.action, a.object_type,"
            + " a.object_id, a.detail, a.source, a.request_id, a.before_digest, a.after_digest, a.previous_hash, a.hash";

    private static final String OF_STUDY = " from stored_instance i where i.study_instance_uid = :object";

    private final EntityManager entityManager;
    private final TrailFilter filter;
    private final Clauses clauses;

    TrailQuery(EntityManager entityManager, TrailFilter filter) {
        this.entityManager = entityManager;
        this.filter = filter;
        this.clauses = Clauses.ofTrail(filter);
    }

    List<AuditEntry> page(int first, int count) {
        return entries(query(COLUMNS + from() + clauses.where() + " order by a.seq desc")
                .setFirstResult(first)
                .setMaxResults(count));
    }

    /** Those in front of this one. */
    List<AuditEntry> before(long seq, int count) {
        return entries(query(COLUMNS + from() + " where a.seq < :before" + clauses.further() + " order by a.seq desc")
                .setParameter("before", seq)
                .setMaxResults(count));
    }

    long count() {
        return ((Number) query("select count(*)" + from() + clauses.where()).getSingleResult()).longValue();
    }

    // Two conditions with "or" between them would be led by no index.
    private String from() {
        return filter.object().isEmpty()
                ? " from audit_row a"
                : " from (select '' as kind, cast(:object as varchar) as name"
                        + " union select 'instance', i.sop_instance_uid" + OF_STUDY
                        + " union select 'instance', cast(i.id as varchar)" + OF_STUDY
                        + " union select 'finding', cast(f.id as varchar) from finding f where f.instance_id in"
                        + " (select i.id" + OF_STUDY
                        + ")) o join audit_row a on a.object_id = o.name and o.kind in ('', a.object_type)";
    }

    private Query query(String sql) {
        return clauses.bind(entityManager.createNativeQuery(sql));
    }

    @SuppressWarnings("unchecked")
    private static List<AuditEntry> entries(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream().map(TrailQuery::entry).toList();
    }

    private static AuditEntry entry(Object[] c) {
        return new AuditEntry(
                ((Number) c[0]).longValue(),
                instant(c[1]),
                (String) c[2],
                (String) c[3],
                (String) c[4],
                (String) c[5],
                (String) c[6],
                (String) c[7],
                (String) c[8],
                (String) c[9],
                (String) c[10],
                (String) c[11],
                (String) c[12],
                (String) c[13]);
    }

    static Instant instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
    }
}
