package org.mammoflow.web.page;

import java.util.List;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.report.TrailFilter;

/**
 * What the audit trail's address says: the same parameters as those of the file's address.
 *
 * @param unreadDays what stands where a day should, is none, and was left out
 */
record TrailAddress(TrailFilter filter, List<String> unreadDays, int page) {

    static TrailAddress of(Parameters parameters) {
        return new TrailAddress(
                new TrailFilter(
                        parameters.text("actor"),
                        parameters.oneOf("action", AuditAction.class),
                        parameters.text("object"),
                        parameters.day("from"),
                        parameters.day("to")),
                parameters.unreadDays("from", "to"),
                parameters.page());
    }

    String of(String page) {
        String query = new QueryString()
                .with("actor", filter.actor())
                .with("action", filter.action())
                .with("object", filter.object())
                .with("from", filter.from())
                .with("to", filter.to())
                .toString();
        return query.isEmpty() ? page : page + "?" + query;
    }
}
