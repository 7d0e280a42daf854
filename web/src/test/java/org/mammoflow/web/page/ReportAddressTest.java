package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportAddressTest {

    @Test
    void what_stands_where_a_day_should_and_is_none_is_left_out_and_told() {
        ReportAddress address = ReportAddress.of(Parameters.parse("from=zzz&to=2026-01-31"));
        assertThat(address.unreadDays()).containsExactly("zzz");
        assertThat(address.of("report.xhtml")).isEqualTo("report.xhtml?to=2026-01-31");
    }

    @Test
    void a_period_that_can_be_read_has_nothing_to_tell() {
        assertThat(ReportAddress.of(Parameters.parse("from=2026-01-31")).unreadDays())
                .isEmpty();
        assertThat(ReportAddress.of(Parameters.parse("")).unreadDays()).isEmpty();
    }
}
