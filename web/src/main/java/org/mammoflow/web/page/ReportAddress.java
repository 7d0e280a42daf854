package org.mammoflow.web.page;

import java.util.List;
import org.mammoflow.report.ReportFilter;
import org.mammoflow.report.ReportVerdict;

/**
 * What the report's address says: the same parameters as those of the exported files' addresses.
 *
 * @param unreadDays what stands where a day should, is none, and was left out
 */
record ReportAddress(ReportFilter filter, List<String> unreadDays, int page) {

    static ReportAddress of(Parameters parameters) {
        return new ReportAddress(
                new ReportFilter(
                        parameters.day("from"),
                        parameters.day("to"),
                        parameters.text("studyInstanceUid"),
                        parameters.text("modality"),
                        parameters.text("network"),
                        parameters.oneOf("verdict", ReportVerdict.class)),
                parameters.unreadDays("from", "to"),
                parameters.page());
    }

    /** The query of this address without its page. */
    String query() {
        return new QueryString()
                .with("from", filter.from())
                .with("to", filter.to())
                .with("studyInstanceUid", filter.studyInstanceUid())
                .with("modality", filter.modality())
                .with("network", filter.network())
                .with("verdict", filter.verdict())
                .toString();
    }

    String of(String page) {
        String query = query();
        return query.isEmpty() ? page : page + "?" + query;
    }
}
