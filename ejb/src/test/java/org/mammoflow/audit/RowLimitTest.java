package org.mammoflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RowLimitTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final RowLimit limit = new RowLimit(2);

    @Test
    void lets_the_first_rows_of_a_minute_through_and_holds_the_rest_back() {
        assertThat(limit.admit("a", NOON)).hasValue(0);
        assertThat(limit.admit("a", NOON.plusSeconds(59))).hasValue(0);
        assertThat(limit.admit("a", NOON.plusSeconds(59))).isEqualTo(OptionalLong.empty());
    }

    @Test
    void the_first_row_of_the_next_minute_tells_how_many_were_held_back() {
        for (int i = 0; i < 7; i++) {
            limit.admit("a", NOON);
        }
        assertThat(limit.admit("a", NOON.plusSeconds(60))).hasValue(5);
        assertThat(limit.admit("a", NOON.plusSeconds(61))).hasValue(0);
    }

    @Test
    void one_who_knocks_holds_nobody_else_back() {
        for (int i = 0; i < 7; i++) {
            limit.admit("a", NOON);
        }
        assertThat(limit.admit("b", NOON)).hasValue(0);
    }
}
