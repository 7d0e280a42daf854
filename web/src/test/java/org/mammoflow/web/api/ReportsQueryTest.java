package org.mammoflow.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportsQueryTest {

    @Test
    void a_period_that_ends_before_it_begins_is_refused_naming_both_days() {
        assertThatThrownBy(() -> query("2027-01-01", "2026-01-01").filter())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("from", "2027-01-01", "to", "2026-01-01");
    }

    @Test
    void a_period_of_one_day_and_one_without_an_end_are_periods() {
        assertThat(query("2026-01-01", "2026-01-01").filter().to()).contains(LocalDate.of(2026, 1, 1));
        assertThat(query("2026-01-01", null).filter().to()).isEmpty();
    }

    private static ReportsResource.Query query(String from, String to) {
        ReportsResource.Query query = new ReportsResource.Query();
        query.from = from;
        query.to = to;
        return query;
    }
}
