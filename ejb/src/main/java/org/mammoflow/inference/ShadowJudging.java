package org.mammoflow.inference;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.mammoflow.finding.NoOpinionView.Kind;
import org.mammoflow.finding.ShadowOpinion;

/**
 * Asks the shadow about an image, on a thread of its own. Whatever happens to the shadow is its own statement: it can
 * neither fail a job nor hold it up for longer than its patience.
 */
@ApplicationScoped
public class ShadowJudging {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Resource
    ManagedExecutorService executor;

    private final AtomicInteger overdue = new AtomicInteger();

    ShadowOpinion judge(LoadedNetwork.Call call, Supplier<Outcome> question) {
        // It may outlast the job, and so needs a call of its own.
        LoadedNetwork.Call own = call.another();
        return ask(executor, PATIENCE, question, own::close);
    }

    /** The same with any executor and patience. */
    ShadowOpinion ask(ExecutorService threads, Duration patience, Supplier<Outcome> question, Runnable atEnd) {
        if (overdue.get() > 0) {
            atEnd.run();
            return failed("SHADOW_HANGS: an earlier image still occupies it");
        }
        Asked asked = new Asked(question, atEnd);
        try {
            return opinion(threads.submit(asked::answer), patience);
        } catch (RejectedExecutionException e) {
            atEnd.run();
            return failed("SHADOW_NOT_ASKED: " + e.getMessage());
        } catch (TimeoutException e) {
            asked.isLate();
            return failed("SHADOW_TOO_SLOW: no answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            asked.isLate();
            return failed("SHADOW_INTERRUPTED: the server stops");
        } catch (ExecutionException e) {
            System.getLogger("org.mammoflow.inference").log(Level.WARNING, "the shadow failed", e.getCause());
            return failed(e.getCause().getClass().getSimpleName() + ": "
                    + e.getCause().getMessage());
        }
    }

    private static ShadowOpinion opinion(Future<Outcome> answer, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        Outcome outcome = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (outcome instanceof Outcome.Classified classified) {
            return new ShadowOpinion.Scored(classified.finding());
        }
        if (outcome instanceof Outcome.Unsuitable unsuitable) {
            return new ShadowOpinion.Silent(Kind.UNSUITABLE, unsuitable.phase(), unsuitable.reason());
        }
        Outcome.Failed failed = (Outcome.Failed) outcome;
        return new ShadowOpinion.Silent(Kind.FAILED, failed.phase(), failed.reason());
    }

    private static ShadowOpinion failed(String reason) {
        return new ShadowOpinion.Silent(Kind.FAILED, "inference", reason);
    }

    /** A question under way; while it is late, no other is asked, or a hanging shadow would take thread after thread. */
    private final class Asked {

        private final Supplier<Outcome> question;
        private final Runnable atEnd;
        private boolean ended;
        private boolean late;

        Asked(Supplier<Outcome> question, Runnable atEnd) {
            this.question = question;
            this.atEnd = atEnd;
        }

        Outcome answer() {
            try {
                return question.get();
            } finally {
                end();
            }
        }

        private synchronized void end() {
            ended = true;
            atEnd.run();
            if (late) {
                overdue.decrementAndGet();
            }
        }

        synchronized void isLate() {
            if (!ended) {
                late = true;
                overdue.incrementAndGet();
            }
        }
    }
}
