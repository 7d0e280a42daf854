package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewNameTest {

    @Test
    void names_a_view_by_side_and_code() {
        assertThat(name("R", "399162004").text()).isEqualTo("RCC");
        assertThat(name("L", "399368009").text()).isEqualTo("LMLO");
    }

    @Test
    void reads_the_codes_of_older_modalities_too() {
        assertThat(name("L", "R-10242").text()).isEqualTo("LCC");
    }

    @Test
    void tells_medio_lateral_from_medio_lateral_oblique() {
        assertThat(name("R", "399260004").text()).isEqualTo("RML");
    }

    @Test
    void does_not_guess_what_the_image_does_not_say() {
        assertThat(name("", "").text()).isEqualTo("?");
        assertThat(name("R", "1").text()).isEqualTo("R?");
        assertThat(name("", "399162004").known()).isFalse();
    }

    @Test
    void orders_views_as_they_hang() {
        assertThat(name("R", "399162004").rank())
                .isLessThan(name("L", "399162004").rank());
        assertThat(name("L", "399162004").rank())
                .isLessThan(name("R", "399368009").rank());
        assertThat(name("L", "399368009").rank())
                .isLessThan(name("L", "399260004").rank());
    }

    private static ViewName name(String side, String code) {
        return ViewName.of(
                Optional.of(side).filter(text -> !text.isEmpty()),
                Optional.of(code).filter(text -> !text.isEmpty()));
    }
}
