package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagerTest {

    @Test
    void pages_through_a_list() {
        Pager second = new Pager(2, 25, 60, "worklist.xhtml?band=HIGH");

        assertThat(second.firstShown()).isEqualTo(26);
        assertThat(second.lastShown()).isEqualTo(50);
        assertThat(second.previousAddress()).isEqualTo("worklist.xhtml?band=HIGH");
        assertThat(second.nextAddress()).isEqualTo("worklist.xhtml?band=HIGH&page=3");
        assertThat(second.lastAddress()).isEqualTo("worklist.xhtml?band=HIGH&page=3");
    }

    @Test
    void an_empty_list_has_one_page() {
        Pager pager = new Pager(1, 25, 0, "worklist.xhtml");

        assertThat(pager.pages()).isEqualTo(1);
        assertThat(pager.firstShown()).isZero();
        assertThat(pager.hasNext()).isFalse();
        assertThat(pager.hasPrevious()).isFalse();
    }

    @Test
    void leads_back_from_past_the_end_of_a_list_that_became_shorter() {
        Pager past = new Pager(9, 25, 60, "worklist.xhtml");

        assertThat(past.hasNext()).isFalse();
        assertThat(past.previousAddress()).isEqualTo("worklist.xhtml?page=3");
        assertThat(new Pager(2, 25, 60, "worklist.xhtml").nextAddress()).isEqualTo("worklist.xhtml?page=3");
    }
}
