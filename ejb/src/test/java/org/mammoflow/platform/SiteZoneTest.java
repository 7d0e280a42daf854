package org.mammoflow.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SiteZoneTest {

    private static final ZoneId BERLIN = SiteZone.parse("Europe/Berlin");

    @Test
    void a_day_begins_when_it_begins_at_the_site_in_summer_and_in_winter() {
        assertThat(SiteZone.startOf(LocalDate.parse("2026-07-01"), BERLIN).toInstant())
                .isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(SiteZone.startOf(LocalDate.parse("2026-12-01"), BERLIN).toInstant())
                .isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
    }

    @Test
    void a_day_whose_midnight_the_clocks_jump_over_begins_at_its_first_moment() {
        assertThat(SiteZone.startOf(LocalDate.parse("2018-11-04"), SiteZone.parse("America/Sao_Paulo"))
                        .toInstant())
                .isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    }

    @Test
    void nobody_who_says_nothing_gets_another_zone_than_utc_and_a_zone_that_is_none_is_refused() {
        assertThat(SiteZone.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThatThrownBy(() -> SiteZone.parse("Europe/Atlantis")).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> SiteZone.parse("+02:00")).isInstanceOf(WrongSetting.class);
    }
}
