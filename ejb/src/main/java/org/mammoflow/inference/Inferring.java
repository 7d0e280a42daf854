package org.mammoflow.inference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Takes one job from claim to outcome. */
@ApplicationScoped
public class Inferring {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.inference");

    @Inject
    JobLedger ledger;

    @Inject
    Networks networks;

    @Inject
    ImageJudging judging;

    @Inject
    Workers workers;

    /** Does nothing when the job is done, taken, not yet due, or the network is offline. */
    public void work(long jobId) {
        networks.begin().ifPresent(inUse -> {
            try (inUse) {
                workers.during(() -> ledger.claim(jobId).ifPresent(job -> work(job, inUse)));
            }
        });
    }

    private void work(ClaimedJob job, NetworksInUse inUse) {
        long start = System.nanoTime();
        Judgement judgement = judging.judge(job, inUse);
        finish(job, judgement);
        LOG.log(
                Level.INFO,
                "job=%d instance=%d attempt=%d outcome=%s took=%dms"
                        .formatted(
                                job.id(),
                                job.instanceId(),
                                job.attempt(),
                                words(judgement.outcome()),
                                (System.nanoTime() - start) / 1_000_000));
    }

    // An outcome that cannot be recorded (a lock, a lost connection) is tried again like any other failure; when not
    // even
    // that can be recorded, the job's lease runs out and the sweeper takes it back.
    private void finish(ClaimedJob job, Judgement judgement) {
        try {
            ledger.finish(job, judgement);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "job=%d outcome not recorded, will be tried again".formatted(job.id()), e);
            Outcome failed = new Outcome.Failed("recording", "NOT_RECORDED: the database refused the outcome");
            ledger.finish(job, new Judgement(failed, Optional.empty()));
        }
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Unsuitable unsuitable) {
            return "unsuitable phase=" + unsuitable.phase() + " reason=\"" + unsuitable.reason() + "\"";
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "failed phase=" + failed.phase() + " reason=\"" + failed.reason() + "\"";
        }
        return "classified";
    }
}
