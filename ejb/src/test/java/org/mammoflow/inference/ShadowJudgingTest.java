package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.finding.NoOpinionView.Kind;
import org.mammoflow.finding.ShadowOpinion;

/** A shadow that fails or hangs is a statement about the shadow and nothing else. */
class ShadowJudgingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ShadowJudging judging = new ShadowJudging();
    private final AtomicInteger callsEnded = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void an_exception_becomes_its_statement() {
        ShadowOpinion opinion = ask(LONG, () -> {
            throw new IllegalStateException("no memory");
        });
        assertThat(opinion)
                .isEqualTo(new ShadowOpinion.Silent(Kind.FAILED, "inference", "IllegalStateException: no memory"));
        assertThat(callsEnded).hasValue(1);
    }

    @Test
    void what_it_must_not_judge_is_its_statement_too() {
        assertThat(ask(LONG, () -> new Outcome.Unsuitable("gate", "SPOT_VIEW: …")))
                .isEqualTo(new ShadowOpinion.Silent(Kind.UNSUITABLE, "gate", "SPOT_VIEW: …"));
    }

    @Test
    void one_that_hangs_is_left_behind_and_not_asked_again_until_it_has_ended() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        ShadowOpinion late = ask(Duration.ofMillis(1), () -> {
            awaitQuietly(hanging);
            return new Outcome.Unsuitable("gate", "");
        });
        assertThat(late)
                .isInstanceOfSatisfying(
                        ShadowOpinion.Silent.class,
                        silent -> assertThat(silent.reason()).startsWith("SHADOW_TOO_SLOW"));
        assertThat(callsEnded).as("its network stays open under it").hasValue(0);

        AtomicInteger asked = new AtomicInteger();
        ShadowOpinion next = ask(LONG, () -> {
            asked.incrementAndGet();
            return new Outcome.Unsuitable("gate", "");
        });
        assertThat(next)
                .isInstanceOfSatisfying(
                        ShadowOpinion.Silent.class,
                        silent -> assertThat(silent.reason()).startsWith("SHADOW_HANGS"));
        assertThat(asked).hasValue(0);

        hanging.countDown();
        while (callsEnded.get() < 2) {
            Thread.onSpinWait();
        }
        assertThat(ask(LONG, () -> new Outcome.Unsuitable("gate", "well again")))
                .isEqualTo(new ShadowOpinion.Silent(Kind.UNSUITABLE, "gate", "well again"));
    }

    private ShadowOpinion ask(Duration patience, Supplier<Outcome> question) {
        return judging.ask(threads, patience, question, callsEnded::incrementAndGet);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
