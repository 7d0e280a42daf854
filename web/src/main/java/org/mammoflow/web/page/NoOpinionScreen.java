package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mammoflow.inference.JobState;
import org.mammoflow.inference.Jobs;
import org.mammoflow.inference.UnjudgedImage;

/** Images without an opinion of the network, by what became of them, with reason and remedy. */
@Named("silent")
@RequestScoped
public class NoOpinionScreen {

    private static final int SIZE = 50;

    @Inject
    Jobs jobs;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private Parameters parameters;
    private Map<JobState, Long> counts;

    @PostConstruct
    void read() {
        parameters = new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
        counts = jobs.unjudged();
    }

    public List<UnjudgedTab> tabs() {
        return Arrays.stream(JobState.values())
                .filter(each -> each != JobState.CLASSIFIED)
                .map(each -> new UnjudgedTab(
                        words.of("silence.tab." + each.name()), address(each), count(each), each == state()))
                .toList();
    }

    public List<UnjudgedRow> rows() {
        return jobs.unjudged(state(), pager().first(), SIZE).stream()
                .map(this::row)
                .toList();
    }

    public Pager pager() {
        return new Pager(parameters.page(), SIZE, count(state()), address(state()));
    }

    private JobState state() {
        return parameters
                .oneOf("kind", JobState.class)
                .filter(wish -> wish != JobState.CLASSIFIED)
                .orElseGet(this::firstWithImages);
    }

    // A page that opens on an empty list would look as if nothing were missing.
    private JobState firstWithImages() {
        return Stream.of(JobState.FAILED, JobState.UNSUITABLE, JobState.WAITING)
                .filter(each -> count(each) > 0)
                .findFirst()
                .orElse(JobState.FAILED);
    }

    private long count(JobState wanted) {
        return counts.getOrDefault(wanted, 0L);
    }

    private UnjudgedRow row(UnjudgedImage image) {
        return UnjudgedRow.of(image, words, moments);
    }

    private static String address(JobState state) {
        return "no-opinion.xhtml?kind=" + state.name();
    }
}
