package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.platform.Period;
import org.mammoflow.report.RereadCase;
import org.mammoflow.report.RereadReport;
import org.mammoflow.report.RereadResult;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.InvalidOpinion;
import org.mammoflow.review.RereadOrder;
import org.mammoflow.review.RereadOutcome;
import org.mammoflow.review.RereadSample;
import org.mammoflow.review.Rereading;
import org.mammoflow.review.Vocabulary;

/** Where an auditor draws agreed negatives for another reader, and sees what came of them. */
@Named("rereads")
@RequestScoped
public class RereadsScreen {

    @Inject
    Rereading rereading;

    @Inject
    RereadReport report;

    @Inject
    Vocabulary vocabulary;

    @Inject
    StudyWords studyWords;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private String seed = "";
    private String size = "";
    private String from = "";
    private String to = "";
    private List<String> recall = List.of();
    private Optional<Long> chosen = Optional.empty();

    /** A sample and what came of it, in words. */
    public record SampleShown(
            long id,
            String seed,
            String population,
            String drawn,
            String read,
            MeasureShown recalled,
            String cancers,
            String categories,
            String period,
            String drawnAt,
            String drawnBy,
            String digest) {}

    @PostConstruct
    void read() {
        chosen = new Parameters(
                        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get)
                .text("sample")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    public void draw() {
        try {
            Period period = new Period(day(from), day(to));
            if (period.isReversed()) {
                Notices.refuse(OddPeriod.reversed(period, words));
            } else {
                draw(period);
            }
        } catch (DateTimeParseException e) {
            Notices.refuse(words.of("rereads.days"));
        } catch (NumberFormatException | InvalidOpinion e) {
            Notices.refuse(words.of("rereads.invalid"));
        }
    }

    private void draw(Period period) {
        tell(rereading.draw(new RereadOrder(
                Long.parseLong(seed.strip()), Integer.parseInt(size.strip()), period.from(), period.to(), recall)));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    }

    private void tell(RereadOutcome outcome) {
        if (outcome instanceof RereadOutcome.Drawn drawn) {
            RereadSample sample = drawn.sample();
            Notices.done(words.of("rereads.drawn", sample.id(), sample.drawn(), sample.population()));
        } else if (outcome instanceof RereadOutcome.UnknownCategory unknown) {
            Notices.refuse(words.of("rereads.unknown", unknown.code()));
        } else {
            Notices.refuse(words.of("rereads.nothing"));
        }
    }

    public List<AssessmentCategory> categories() {
        return vocabulary.categories();
    }

    public String words(AssessmentCategory category) {
        return category.code() + " · " + studyWords.category(category);
    }

    public List<SampleShown> samples() {
        Map<Long, RereadResult> results =
                report.results().stream().collect(Collectors.toMap(RereadResult::sampleId, Function.identity()));
        return rereading.samples().stream()
                .map(sample -> shown(sample, results.get(sample.id())))
                .toList();
    }

    private SampleShown shown(RereadSample sample, RereadResult result) {
        return new SampleShown(
                sample.id(),
                Long.toString(sample.seed()),
                words.number(sample.population()),
                words.number(sample.drawn()),
                words.number(result.read()),
                MeasureShown.of("recalled", result.recalledShare(), words),
                result.cancers() + ", " + result.cancersRecalled(),
                String.join(", ", sample.recallCategories()),
                period(sample),
                moments.second(sample.drawnAt()),
                sample.drawnBy(),
                sample.populationDigest());
    }

    private static String period(RereadSample sample) {
        return sample.from().isEmpty() && sample.to().isEmpty()
                ? ""
                : sample.from().map(LocalDate::toString).orElse("") + " – "
                        + sample.to().map(LocalDate::toString).orElse("");
    }

    /** Whether the address names a sample. */
    public boolean oneChosen() {
        return chosen.isPresent();
    }

    public String casesOf() {
        return words.of("rereads.cases", Long.toString(chosen.orElse(0L)));
    }

    public List<RereadCase> cases() {
        return chosen.map(report::cases).orElse(List.of());
    }

    /** One line about a sample, for the report. */
    static String words(RereadResult result, Words words) {
        MeasureShown recalled = MeasureShown.of("recalled", result.recalledShare(), words);
        return words.of(
                "rereads.line",
                Long.toString(result.sampleId()),
                Long.toString(result.seed()),
                result.drawn(),
                result.population(),
                result.read(),
                recalled.share(),
                recalled.interval());
    }

    public String getSeed() {
        return seed;
    }

    public void setSeed(String seed) {
        this.seed = seed == null ? "" : seed;
    }

    public String getSize() {
        return size;
    }

    public void setSize(String size) {
        this.size = size == null ? "" : size;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from == null ? "" : from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to == null ? "" : to;
    }

    public List<String> getRecall() {
        return recall;
    }

    public void setRecall(List<String> recall) {
        this.recall = recall == null ? List.of() : recall;
    }
}
