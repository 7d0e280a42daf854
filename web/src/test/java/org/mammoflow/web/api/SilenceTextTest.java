package org.mammoflow.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mammoflow.finding.NoOpinionView;

class SilenceTextTest {

    @Test
    void a_known_reason_is_told_in_the_language_of_the_reader() {
        NoOpinionView spot = missing(NoOpinionView.Kind.UNSUITABLE, "SPOT_VIEW: view modifier 399055006");
        assertThat(SilenceText.of(spot, Locale.ENGLISH)).isEqualTo("A spot compression view.");
        assertThat(SilenceText.of(spot, Locale.GERMAN)).isNotEmpty().doesNotContain("spot", "modifier");
        assertThat(SilenceText.of(spot, Locale.FRENCH))
                .isNotEmpty()
                .doesNotContain("modifier")
                .isNotEqualTo(SilenceText.of(spot, Locale.GERMAN));
    }

    @Test
    void what_nobody_foresaw_is_told_by_its_kind_and_never_by_the_name_of_a_fault_in_the_program() {
        NoOpinionView fault = missing(NoOpinionView.Kind.FAILED, "java.lang.NullPointerException: at line 7");
        assertThat(SilenceText.of(fault, Locale.ENGLISH)).isEqualTo("The analysis failed.");
    }

    private static NoOpinionView missing(NoOpinionView.Kind kind, String reason) {
        return new NoOpinionView(1, kind, "gate", reason, Instant.EPOCH);
    }
}
