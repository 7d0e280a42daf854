package org.mammoflow.classifier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions by script: no GPU is needed to run out of its memory. */
class RecoveringSessionTest {

    private static final String NO_MEMORY = "CUDA failure 2: out of memory ; GPU=0";
    private static final List<float[]> TENSORS = List.of(new float[1]);

    private final List<Scripted> opened = new ArrayList<>();
    private final Deque<String> faults = new ArrayDeque<>();

    @Test
    void is_rebuilt_once_after_the_memory_ran_out() {
        RecoveringSession session = session(NO_MEMORY);
        assertThat(session.run(TENSORS, 1)).hasSize(1);
        assertThat(opened).extracting(Scripted::provider).containsExactly("CUDA", "CUDA");
        assertThat(opened.get(0).closed).isTrue();
        assertThat(session.provider()).isEqualTo("CUDA");
    }

    @Test
    void gives_way_to_the_cpu_when_rebuilding_does_not_help() {
        RecoveringSession session = session(NO_MEMORY, "Failed to allocate memory for requested buffer of size 1");
        assertThat(session.run(TENSORS, 1)).hasSize(1);
        assertThat(opened).extracting(Scripted::provider).containsExactly("CUDA", "CUDA", "CPU");
        assertThat(session.provider()).isEqualTo("CPU");
        assertThat(opened.subList(0, 2)).allMatch(one -> one.closed);
        session.close();
        assertThat(opened).allMatch(one -> one.closed);
    }

    @Test
    void gives_way_to_the_cpu_when_there_is_no_memory_to_be_rebuilt_in() {
        RecoveringSession session = new RecoveringSession(this::openOnce, () -> open("CPU"));
        faults.add(NO_MEMORY);
        assertThat(session.run(TENSORS, 1)).hasSize(1);
        assertThat(session.provider()).isEqualTo("CPU");
        assertThat(session.run(TENSORS, 1)).hasSize(1);
        assertThat(opened).extracting(Scripted::provider).containsExactly("CUDA", "CPU");
    }

    private Session openOnce() {
        if (!opened.isEmpty()) {
            throw new EngineFailure("cannot load: " + NO_MEMORY, null);
        }
        return open("CUDA");
    }

    @Test
    void fails_visibly_when_the_cpu_fails_too() {
        RecoveringSession session = session(NO_MEMORY, NO_MEMORY, "std::bad_alloc");
        assertThatThrownBy(() -> session.run(TENSORS, 1))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("bad_alloc");
        assertThat(opened).extracting(Scripted::provider).containsExactly("CUDA", "CUDA", "CPU");
    }

    @Test
    void leaves_every_other_failure_as_it_is() {
        RecoveringSession session = session("Got invalid dimensions for input: image");
        assertThatThrownBy(() -> session.run(TENSORS, 1)).hasMessageContaining("invalid dimensions");
        assertThat(opened).hasSize(1);
        assertThat(session.run(TENSORS, 1)).hasSize(1);
    }

    private RecoveringSession session(String... failures) {
        faults.addAll(List.of(failures));
        return new RecoveringSession(() -> open("CUDA"), () -> open("CPU"));
    }

    private Session open(String provider) {
        Scripted session = new Scripted(provider);
        opened.add(session);
        return session;
    }

    private final class Scripted implements Session {

        private final String provider;
        private boolean closed;

        Scripted(String provider) {
            this.provider = provider;
        }

        @Override
        public List<Scores> run(List<float[]> tensors, int size) {
            assertThat(closed).isFalse();
            if (!faults.isEmpty()) {
                throw new EngineFailure(faults.removeFirst(), null, provider.equals("CUDA"));
            }
            return List.of(new Scores(new float[4], new float[4], 1, 1, 1, provider()));
        }

        @Override
        public String provider() {
            return provider;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
