package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.mammoflow.commitment.CommitmentOverview;
import org.mammoflow.commitment.CommitmentView;

/** What modalities asked to be kept for good, and whether they know the answer. */
@Named("commitments")
@RequestScoped
public class CommitmentScreen {

    @Inject
    CommitmentOverview overview;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private List<CommitmentView> latest;

    /** The latest, newest first. */
    public List<CommitmentView> latest() {
        if (latest == null) {
            latest = overview.latest();
        }
        return latest;
    }

    public String state(CommitmentView commitment) {
        return words.of("commitment.state." + commitment.state().name().toLowerCase(Locale.ROOT));
    }

    /** How many objects are kept and how many not, or nothing before the report was taken. */
    public String outcome(CommitmentView commitment) {
        return commitment
                .committed()
                .map(kept -> words.of(
                        "commitment.outcome",
                        Integer.toString(kept),
                        Integer.toString(commitment.failed().orElse(0))))
                .orElse("");
    }

    public String nextAttempt(CommitmentView commitment) {
        return commitment.nextAttemptAt().map(moments::minute).orElse("");
    }

    public String problem(CommitmentView commitment) {
        return commitment.problem().orElse("");
    }
}
