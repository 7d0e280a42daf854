package org.mammoflow.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PendingSignInsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private final PendingSignIns pending = new PendingSignIns(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void an_answer_is_good_once_and_in_the_browser_that_asked() {
        String state = pending.begin("this browser", "/").state().getValue();
        assertThat(pending.take(state, "another browser")).isEmpty();
        assertThat(pending.take("made up", "this browser")).isEmpty();
        assertThat(pending.take(null, "this browser")).isEmpty();
        assertThat(pending.take(state, "this browser")).isPresent();
        assertThat(pending.take(state, "this browser")).isEmpty();
    }

    @Test
    void after_ten_minutes_it_is_good_for_nothing() {
        String state = pending.begin("this browser", "/").state().getValue();
        pending.clock = Clock.fixed(NOW.plus(Duration.ofMinutes(10)), ZoneOffset.UTC);
        assertThat(pending.take(state, "this browser")).isEmpty();
    }

    @Test
    void who_begins_without_end_pushes_out_the_oldest() {
        String first = pending.begin("this browser", "/").state().getValue();
        String second = pending.begin("this browser", "/").state().getValue();
        for (int i = 0; i < 9_999; i++) {
            pending.begin("a flood", "/");
        }
        assertThat(pending.take(first, "this browser")).isEmpty();
        assertThat(pending.take(second, "this browser")).isPresent();
    }
}
