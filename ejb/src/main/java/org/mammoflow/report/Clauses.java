package org.mammoflow.report;

import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.platform.SiteZone;

/** The conditions of a filter, as SQL and as parameters. */
final class Clauses {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** For findings {@code f} of instances {@code i} with the review {@code r} that counts. */
    static Clauses ofFindings(ReportFilter filter) {
        Clauses clauses = ofStatements(filter);
        filter.verdict().ifPresent(clauses::and);
        return clauses;
    }

    /** For findings {@code f} of instances {@code i}, whatever was decided about them. */
    static Clauses ofStatements(ReportFilter filter) {
        Clauses clauses = new Clauses();
        clauses.period("f.recorded_at", filter.from(), filter.to());
        clauses.image(filter);
        filter.network()
                .ifPresent(
                        name -> clauses.and("f.network_name || '/' || f.network_version = :network", "network", name));
        return clauses;
    }

    /** For instances {@code i}, whether or not they have a finding. */
    static Clauses ofImages(ReportFilter filter) {
        Clauses clauses = new Clauses();
        clauses.period("i.received_at", filter.from(), filter.to());
        clauses.image(filter);
        return clauses;
    }

    /** For rows {@code a} of the audit trail, whose objects are chosen where they are read from. */
    static Clauses ofTrail(TrailFilter filter) {
        Clauses clauses = new Clauses();
        filter.actor().ifPresent(name -> clauses.and("a.actor = :actor", "actor", name));
        filter.action().ifPresent(action -> clauses.and("a.action = :action", "action", action.name()));
        filter.object().ifPresent(id -> clauses.parameters.put("object", id));
        clauses.period("a.recorded_at", filter.from(), filter.to());
        return clauses;
    }

    String where() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    /** The same, behind a condition that stands there already. */
    String further() {
        return clauses.isEmpty() ? "" : " and " + String.join(" and ", clauses);
    }

    Query bind(Query query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private void period(String column, Optional<LocalDate> from, Optional<LocalDate> to) {
        from.ifPresent(day -> and(column + " >= :from", "from", SiteZone.startOf(day)));
        to.ifPresent(day -> and(column + " < :to", "to", SiteZone.startOf(day.plusDays(1))));
    }

    private void image(ReportFilter filter) {
        filter.studyInstanceUid().ifPresent(uid -> and("i.study_instance_uid = :study", "study", uid));
        filter.modality().ifPresent(title -> and("i.calling_ae_title = :modality", "modality", title));
    }

    private void and(ReportVerdict verdict) {
        if (verdict == ReportVerdict.OPEN) {
            clauses.add("r.id is null");
        } else {
            and("r.verdict = :verdict", "verdict", verdict.name());
        }
    }

    private void and(String clause, String parameter, Object value) {
        clauses.add(clause);
        parameters.put(parameter, value);
    }
}
