package org.mammoflow.web.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final Opening opening = new Opening();
    private final List<String> told = new ArrayList<>();

    @Test
    void a_preview_and_the_full_size_are_one_look_and_fetching_ahead_is_another() {
        assertThat(look("1.2", false)).contains("picture");
        assertThat(look("1.2", false)).contains("picture");
        look("1.2", true);
        look("1.2", true);
        look("1.3", false);
        assertThat(told).containsExactly("1.2", "1.2 ahead", "1.3");
    }

    @Test
    void what_could_not_be_told_or_was_not_there_is_told_when_it_is_tried_again() {
        assertThatThrownBy(() -> opening.image("1.2", false, failing(), Optional::empty))
                .isInstanceOf(IllegalStateException.class);
        opening.image("1.2", false, Optional::empty, Optional::empty);
        look("1.2", false);
        assertThat(told).containsExactly("1.2");
    }

    @Test
    void the_page_that_fetched_a_case_ahead_tells_its_looks_but_no_second_fetching() {
        look("1.2", true);
        Opening next = opening.fetchedAhead();
        next.image("1.2", true, failing(), () -> Optional.of("picture"));
        assertThatThrownBy(() -> next.image("1.2", false, failing(), Optional::empty))
                .isInstanceOf(IllegalStateException.class);
    }

    private Optional<String> look(String image, boolean ahead) {
        return opening.image(
                image,
                ahead,
                () -> {
                    told.add(ahead ? image + " ahead" : image);
                    return Optional.of("picture");
                },
                () -> Optional.of("picture"));
    }

    private static Supplier<Optional<String>> failing() {
        return () -> {
            throw new IllegalStateException("the row was not committed");
        };
    }
}
