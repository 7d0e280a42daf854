package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.classifier.engine.OnnxSession;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.engine.Session;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;

class BatcherTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_full_batch_is_one_run_and_everybody_gets_their_own_scores() throws Exception {
        Batcher batcher = new Batcher(this::echo, 4, LONG);
        assertThat(concurrently(batcher, 8)).containsExactly(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f);
        assertThat(sizes).containsExactly(4, 4);
    }

    @Test
    void one_alone_does_not_wait_for_ever() {
        Batcher batcher = new Batcher(this::echo, 4, Duration.ofMillis(1));
        assertThat(batcher.score(new float[] {7}).logits()).containsExactly(7);
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void what_fails_fails_for_everybody_in_the_batch_and_for_nobody_after_it() throws Exception {
        Batcher batcher = new Batcher(
                tensors -> {
                    if (tensors.stream().anyMatch(tensor -> tensor[0] < 0)) {
                        throw new IllegalStateException("out of memory");
                    }
                    return echo(tensors);
                },
                2,
                LONG);
        Future<Scores> bad = threads.submit(() -> batcher.score(new float[] {-1}));
        Future<Scores> beside = threads.submit(() -> batcher.score(new float[] {1}));
        assertThatThrownBy(bad::get).hasRootCauseMessage("out of memory");
        assertThatThrownBy(beside::get).hasRootCauseMessage("out of memory");
        assertThat(concurrently(batcher, 2)).containsExactly(0f, 1f);
    }

    @Test
    void a_shipped_network_judges_images_together_on_a_gpu() throws Exception {
        NetworkCard.Serving shipped = NetworkCard.read(Networks.any()).serving();
        Scorer scorer = Scorer.of(
                new Somewhere("CUDAExecutionProvider"),
                1,
                new NetworkCard.Serving(shipped.batchSize(), LONG, shipped.threads()));
        assertThat(concurrently(scorer, 16)).hasSize(16);
        assertThat(sizes).containsExactly(8, 8);
    }

    @Test
    void a_card_that_says_more_than_one_is_obeyed_on_a_gpu() throws Exception {
        Scorer scorer = Scorer.of(new Somewhere("CUDAExecutionProvider"), 1, new NetworkCard.Serving(3, LONG, 1));
        assertThat(concurrently(scorer, 6)).hasSize(6);
        assertThat(sizes).containsExactly(3, 3);
    }

    @Test
    void on_the_cpu_nobody_waits_for_others_also_after_a_gpu_has_given_up() throws Exception {
        Somewhere session = new Somewhere("CUDAExecutionProvider");
        Scorer scorer = Scorer.of(session, 1, new NetworkCard.Serving(2, LONG, 1));
        assertThat(concurrently(scorer, 2)).hasSize(2);
        session.provider = "CPUExecutionProvider";
        assertThat(concurrently(scorer, 2)).hasSize(2);
        assertThat(sizes).containsExactly(2, 1, 1);
    }

    /** A session that echoes and says where it does so. */
    private final class Somewhere implements Session {

        private String provider;

        Somewhere(String provider) {
            this.provider = provider;
        }

        @Override
        public List<Scores> run(List<float[]> tensors, int size) {
            return echo(tensors);
        }

        @Override
        public String provider() {
            return provider;
        }

        @Override
        public void close() {}
    }

    /** I9: scores do not depend on the batch. */
    @Test
    void the_network_says_the_same_of_an_image_whatever_its_batch() throws Exception {
        NetworkCard card = NetworkCard.read(Networks.any());
        Preparation preparation = new Preparation(
                card.input().size(), card.input().mean(), card.input().std());
        List<float[]> tensors = IntStream.range(0, 6)
                .mapToObj(seed -> new GoldenImage(seed, 832, 640, 12, false, seed % 2 == 0))
                .map(image -> ((Prepared.Ready) preparation.prepare(image.image()))
                        .tensor()
                        .values())
                .toList();
        int size = card.input().size();
        try (OnnxSession session = OnnxSession.open(card.weights().in(Networks.any()), new Device.Cpu(), 1)) {
            Batcher batcher = new Batcher(
                    together -> {
                        sizes.add(together.size());
                        return session.run(together, size);
                    },
                    6,
                    LONG);
            List<Callable<Scores>> questions = new ArrayList<>();
            tensors.forEach(tensor -> questions.add(() -> batcher.score(tensor)));
            List<Future<Scores>> answers = threads.invokeAll(questions);
            assertThat(sizes).containsExactly(6);
            for (int i = 0; i < tensors.size(); i++) {
                Scores alone = session.run(List.of(tensors.get(i)), size).get(0);
                assertThat(answers.get(i).get().logits()).containsExactly(alone.logits(), within(1e-5f));
                assertThat(answers.get(i).get().maps()).containsExactly(alone.maps(), within(1e-4f));
            }
        }
    }

    private List<Float> concurrently(Scorer scorer, int count) throws Exception {
        List<Callable<Scores>> questions = IntStream.range(0, count)
                .<Callable<Scores>>mapToObj(i -> () -> scorer.score(new float[] {i}))
                .toList();
        List<Float> first = new ArrayList<>();
        for (Future<Scores> answer : threads.invokeAll(questions)) {
            first.add(answer.get().logits()[0]);
        }
        return first;
    }

    /** Scores that are the tensor itself. */
    private List<Scores> echo(List<float[]> tensors) {
        sizes.add(tensors.size());
        return tensors.stream()
                .map(tensor -> new Scores(tensor, new float[4], 1, 1, 1, "CPUExecutionProvider"))
                .toList();
    }
}
