package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.health.Check;
import org.mammoflow.health.Readiness;
import org.mammoflow.inference.JobState;
import org.mammoflow.inference.Jobs;
import org.mammoflow.instance.Conflict;
import org.mammoflow.instance.Conflicts;

/** What an administrator watches and mends: readiness, failed jobs, objects in conflict. */
@Named("admin")
@RequestScoped
public class AdminScreen {

    private static final int MOST = 100;

    @Inject
    Jobs jobs;

    @Inject
    Conflicts conflicts;

    @Inject
    Readiness readiness;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private List<Check> checks;
    private List<Conflict> conflicting;

    /** Tried once per page: each check goes through the part that it is about. */
    public List<Check> checks() {
        if (checks == null) {
            checks = readiness.checks();
        }
        return checks;
    }

    public boolean ready() {
        return checks().stream().allMatch(Check::up);
    }

    public long waiting() {
        return jobs.waiting();
    }

    public List<UnjudgedRow> failed() {
        return jobs.unjudged(JobState.FAILED, 0, MOST).stream()
                .map(image -> UnjudgedRow.of(image, words, moments))
                .toList();
    }

    public void retry(long jobId) {
        jobs.retry(jobId);
        Notices.done(words.of("admin.retried", Long.toString(jobId)));
    }

    public List<Conflict> conflicts() {
        if (conflicting == null) {
            conflicting = conflicts.latest();
        }
        return conflicting;
    }
}
