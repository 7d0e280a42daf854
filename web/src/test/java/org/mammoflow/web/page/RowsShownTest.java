package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.platform.Seen;

class RowsShownTest {

    private static final RowsShown SHOWN = rows("ROOM 1", "a=b c", "Ä");

    @Test
    void rows_travel_as_a_text_whatever_their_names_are() {
        assertThat(RowsShown.parse(SHOWN.text())).isEqualTo(SHOWN);
        assertThat(RowsShown.parse("").rows()).isEmpty();
        assertThat(RowsShown.parse("nonsense").rows()).isEmpty();
    }

    @Test
    void a_click_means_the_same_row_only_while_none_has_come_gone_or_moved() {
        assertThat(SHOWN.haveTheSameNamesAs(rows("ROOM 1", "a=b c", "Ä"))).isTrue();
        assertThat(SHOWN.haveTheSameNamesAs(rows("a=b c", "ROOM 1", "Ä"))).isFalse();
        assertThat(SHOWN.haveTheSameNamesAs(rows("ROOM 1", "Ä"))).isFalse();
        assertThat(RowsShown.NONE.haveTheSameNamesAs(SHOWN)).isFalse();
    }

    @Test
    void rows_are_the_same_only_while_each_says_what_it_said() {
        List<String> names = List.of("ROOM 1", "a=b c", "Ä");
        assertThat(SHOWN.isTheSameAs(rows("ROOM 1", "a=b c", "Ä"))).isTrue();
        assertThat(SHOWN.isTheSameAs(rows("a=b c", "ROOM 1", "Ä"))).isFalse();
        assertThat(SHOWN.isTheSameAs(RowsShown.of(names, name -> name, name -> Seen.of(name, "y"))))
                .isFalse();
    }

    @Test
    void what_the_page_did_not_show_was_not_there() {
        assertThat(SHOWN.of("ROOM 1")).isEqualTo(Seen.of("ROOM 1", "x"));
        assertThat(SHOWN.of("ROOM 2")).isEqualTo(Seen.NOTHING);
    }

    private static RowsShown rows(String... names) {
        return RowsShown.of(List.of(names), name -> name, name -> Seen.of(name, "x"));
    }
}
