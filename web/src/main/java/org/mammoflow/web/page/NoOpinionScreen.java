package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mammoflow.inference.JobState;
import org.mammoflow.inference.Jobs;
import org.mammoflow.instance.Conflicts;

/** Images without an opinion of the network, by what became of them, with reason and remedy. */
@Named("silent")
@RequestScoped
public class NoOpinionScreen {

    private static final int SIZE = 50;

    @Inject
    Jobs jobs;

    @Inject
    Conflicts conflicts;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private final Map<SilenceKind, Long> counts = new EnumMap<>(SilenceKind.class);
    private Parameters parameters;

    @PostConstruct
    void read() {
        parameters = new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
        jobs.unjudged().forEach((state, count) -> counts.put(SilenceKind.valueOf(state.name()), count));
        counts.put(SilenceKind.LATE, jobs.late());
        counts.put(SilenceKind.CONFLICT, conflicts.count());
    }

    public List<UnjudgedTab> tabs() {
        return Arrays.stream(SilenceKind.values())
                .map(each ->
                        new UnjudgedTab(words.of("silence.tab." + each), address(each), count(each), each == kind()))
                .toList();
    }

    public List<UnjudgedRow> rows() {
        int first = pager().first();
        return switch (kind()) {
            case CONFLICT ->
                conflicts.page(first, SIZE).stream()
                        .map(conflict -> UnjudgedRow.of(conflict, words, moments))
                        .toList();
            case LATE ->
                jobs.late(first, SIZE).stream()
                        .map(image -> UnjudgedRow.late(image, words, moments))
                        .toList();
            default ->
                jobs.unjudged(JobState.valueOf(kind().name()), first, SIZE).stream()
                        .map(image -> UnjudgedRow.of(image, words, moments))
                        .toList();
        };
    }

    public Pager pager() {
        return new Pager(parameters.page(), SIZE, count(kind()), address(kind()));
    }

    private SilenceKind kind() {
        return parameters.oneOf("kind", SilenceKind.class).orElseGet(this::firstWithImages);
    }

    // A page that opens on an empty list would look as if nothing were missing.
    private SilenceKind firstWithImages() {
        return SilenceKind.TO_OPEN_ON.stream()
                .filter(each -> count(each) > 0)
                .findFirst()
                .orElse(SilenceKind.FAILED);
    }

    private long count(SilenceKind wanted) {
        return counts.getOrDefault(wanted, 0L);
    }

    private static String address(SilenceKind kind) {
        return "no-opinion.xhtml?kind=" + kind.name();
    }
}
