package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.platform.Period;
import org.mammoflow.report.Dimension;
import org.mammoflow.report.FindingsReport;
import org.mammoflow.report.Plots;
import org.mammoflow.report.ReportChoices;
import org.mammoflow.report.ReportCounts;
import org.mammoflow.report.ReportFilter;
import org.mammoflow.report.ReportFormat;
import org.mammoflow.report.ReportStatistics;
import org.mammoflow.report.Statistics;

/** The auditor's report: counts and rows of one filter, and the files of the same rows. */
@Named("report")
@RequestScoped
public class ReportScreen {

    private static final int SIZE = 50;

    @Inject
    FindingsReport report;

    @Inject
    ReportStatistics numbers;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private ReportAddress address;
    private Statistics statistics;
    private ReportCounts counts;
    private ReportChoices choices;
    private List<ReportLine> rows;

    @PostConstruct
    void read() {
        address = ReportAddress.of(new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get));
        statistics = numbers.of(address.filter());
        counts = statistics.overall().counts();
        choices = report.choices();
        rows = report.page(address.filter(), pager().first(), SIZE).stream()
                .map(row -> ReportLine.of(row, words, moments))
                .toList();
    }

    public ReportFilter filter() {
        return address.filter();
    }

    /** What is odd about the period that was asked for, a sentence each. */
    public List<String> oddPeriod() {
        return OddPeriod.sentences(address.unreadDays(), new Period(filter().from(), filter().to()), words);
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

    /** The shares of all findings, and of images without opinion. */
    public List<MeasureShown> measures() {
        return List.of(
                MeasureShown.of("sensitivity", statistics.overall().likeSensitivity(), words),
                MeasureShown.of("specificity", statistics.overall().likeSpecificity(), words),
                MeasureShown.of("ppv", statistics.overall().likePpv(), words),
                MeasureShown.of("agreement", statistics.overall().overall(), words),
                MeasureShown.of("noopinion", statistics.silence().noOpinion(), words),
                MeasureShown.of("failure", statistics.silence().failure(), words));
    }

    /** Networks and readers against what became of the examinations; empty while no outcome is known. */
    public List<AccuracyShown> accuracies() {
        return AccuracyShown.of(statistics.truth(), words);
    }

    /** A line for each sample of agreed negatives that another reader was given. */
    public List<String> rereads() {
        return statistics.rereads().stream()
                .map(result -> RereadsScreen.words(result, words))
                .toList();
    }

    /** Whether accuracy is kept back because verdicts were chosen. */
    public boolean verdictsChosen() {
        return address.filter().verdict().isPresent();
    }

    public List<BreakdownShown> breakdowns() {
        return Stream.of(Dimension.values())
                .map(dimension -> BreakdownShown.of(dimension, statistics, words))
                .filter(table -> !table.lines().isEmpty())
                .toList();
    }

    /** Whether any month has a statement that a reader has decided: an empty frame would say nothing. */
    public boolean agreementKnown() {
        return statistics.by(Dimension.MONTH).stream()
                .anyMatch(month -> month.agreement().overall().among() > 0);
    }

    public PlotShown agreementPlot() {
        return PlotShown.of(Plots.agreement(statistics, words.of("report.plot.agreement")));
    }

    public List<PlotShown> scorePlots() {
        return Plots.scores(statistics, words.of("report.plot.scores")).stream()
                .map(PlotShown::of)
                .toList();
    }

    /** Whether a PDF would tell the numbers alone. */
    public boolean tooManyForPdf() {
        return counts.total() > ReportFormat.MOST_PRINTED_ROWS;
    }

    public String pdfNote() {
        return words.of("report.pdf.rows", ReportFormat.MOST_PRINTED_ROWS);
    }

    /** Of readers who assess before the network, one line each; empty where nobody does. */
    public List<MeasuredReader> opinions() {
        return statistics.opinions().stream()
                .map(one -> new MeasuredReader(one.reader(), MeasureShown.of("opinion", one.changed(), words)))
                .toList();
    }

    public MeasureShown changedOpinions() {
        return MeasureShown.of("opinion", statistics.changedOpinions(), words);
    }

    /** A reader and a share. */
    public record MeasuredReader(String reader, MeasureShown changed) {}

    /** Without what leads to a person or a house. */
    public String deidentified() {
        String csv = csv();
        return csv + (csv.contains("?") ? "&" : "?") + "deidentified=true";
    }

    public String xlsx() {
        return address.of("api/v1/reports/findings.xlsx");
    }

    public String fhir() {
        return address.of("api/v1/reports/findings.fhir");
    }

    public String csv() {
        return address.of("api/v1/reports/findings.csv");
    }

    public String pdf() {
        return address.of("api/v1/reports/findings.pdf");
    }
}
