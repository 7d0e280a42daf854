package org.mammoflow.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedInTest {

    private static final Instant MORNING = Instant.parse("2026-11-27T07:00:00Z");

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        SignedIn reader = new SignedIn("reader", "radiologist", MORNING);
        assertThat(reader.holdsAt(MORNING.plus(Duration.ofHours(12)).minusMillis(1)))
                .isTrue();
        assertThat(reader.holdsAt(MORNING.plus(Duration.ofHours(12)))).isFalse();
    }
}
