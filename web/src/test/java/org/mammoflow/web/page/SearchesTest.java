package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchesTest {

    private final Searches searches = new Searches();

    @Test
    void keeps_nothing_of_an_empty_search() {
        assertThat(searches.keep(SearchedIdentity.ANY)).isEmpty();
    }

    @Test
    void forgets_the_oldest_search_when_there_are_too_many() {
        String first = searches.keep(new SearchedIdentity("P0", "", "")).orElseThrow();
        for (int i = 1; i < 100; i++) {
            searches.keep(new SearchedIdentity("P" + i, "", ""));
        }
        assertThat(searches.find(first)).isPresent();

        searches.keep(new SearchedIdentity("P100", "", ""));

        assertThat(searches.find(first)).isEmpty();
    }

    @Test
    void names_no_one_when_it_is_printed() {
        assertThat(new SearchedIdentity("P1", "", "A1")).hasToString("SearchedIdentity[not shown]");
    }
}
