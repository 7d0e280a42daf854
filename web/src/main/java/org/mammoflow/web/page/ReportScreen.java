package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.report.FindingsReport;
import org.mammoflow.report.ReportChoices;
import org.mammoflow.report.ReportCounts;
import org.mammoflow.report.ReportFilter;

/** The auditor's report: counts and rows of one filter, and the files of the same rows. */
@Named("report")
@RequestScoped
public class ReportScreen {

    private static final int SIZE = 50;

    @Inject
    FindingsReport report;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private ReportAddress address;
    private ReportCounts counts;
    private ReportChoices choices;
    private List<ReportLine> rows;

    @PostConstruct
    void read() {
        address = ReportAddress.of(new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get));
        counts = report.counts(address.filter());
        choices = report.choices();
        rows = report.page(address.filter(), pager().first(), SIZE).stream()
                .map(row -> ReportLine.of(row, words, moments))
                .toList();
    }

    public ReportFilter filter() {
        return address.filter();
    }

    public ReportCounts counts() {
        return counts;
    }

    public ReportChoices choices() {
        return choices;
    }

    public List<ReportLine> rows() {
        return rows;
    }

    /** Verdict filters reach into the counts, so the total is that of the rows shown. */
    public Pager pager() {
        return new Pager(address.page(), SIZE, counts.total(), address.of("report.xhtml"));
    }

    public String csv() {
        return address.of("api/v1/reports/findings.csv");
    }

    public String pdf() {
        return address.of("api/v1/reports/findings.pdf");
    }
}
