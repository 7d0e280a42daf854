package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.review.CaseBand;
import org.mammoflow.review.CaseState;
import org.mammoflow.review.WorklistFilter;

class WorklistAddressTest {

    @Test
    void an_address_without_parameters_lists_the_open_cases() {
        assertThat(WorklistAddress.parse("").filter(SearchedIdentity.ANY)).isEqualTo(WorklistFilter.open());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "state=DECIDED",
                "state=ALL&whose=MINE",
                "band=HIGH&site=St.+Anna&modality=MG+ROOM%2F2&from=2026-01-31&to=2026-02-01&whose=UNCLAIMED&search=3k9",
            })
    void a_query_reads_back_as_it_was_written(String query) {
        assertThat(WorklistAddress.parse(query).query()).isEqualTo(query);
    }

    @Test
    void every_part_of_the_address_reaches_the_filter() {
        WorklistFilter filter = WorklistAddress.parse(
                        "state=ALL&band=LOW&site=North&modality=MG1&from=2026-01-31&to=2026-02-01&whose=MINE&search=3k9")
                .filter(new SearchedIdentity("P1", "I3", "A2"));

        assertThat(filter)
                .isEqualTo(new WorklistFilter(
                        Optional.empty(),
                        Optional.of(CaseBand.LOW),
                        Optional.of("P1"),
                        Optional.of("I3"),
                        Optional.of("A2"),
                        Optional.of("North"),
                        Optional.of("MG1"),
                        Optional.of(LocalDate.of(2026, 1, 31)),
                        Optional.of(LocalDate.of(2026, 2, 1)),
                        true,
                        false));
    }

    @Test
    void what_cannot_be_read_counts_as_absent() {
        WorklistAddress address = WorklistAddress.parse("state=GONE&band=%ZZ&from=31.1.2026&page=-3&whose='&=x&y");

        assertThat(address.state()).contains(CaseState.OPEN);
        assertThat(address.query()).isEmpty();
        assertThat(address.page()).isEqualTo(1);
    }

    @Test
    void a_search_starts_on_the_first_page_of_the_same_list() {
        WorklistAddress found = WorklistAddress.parse("band=HIGH&page=7").searching(Optional.of("3k9"));

        assertThat(found.link()).isEqualTo("worklist.xhtml?band=HIGH&search=3k9");
        assertThat(found.page()).isEqualTo(1);
    }

    @Test
    void a_case_knows_the_list_it_was_opened_from() {
        assertThat(WorklistAddress.parse("band=HIGH").caseLink("1.2.3")).isEqualTo("case.xhtml?study=1.2.3&band=HIGH");
    }

    @Test
    void no_identifier_stands_in_an_address() {
        Searches searches = new Searches();
        Optional<String> name = searches.keep(new SearchedIdentity("CANARY-4711", "", "ACC-0815"));

        String link = WorklistAddress.parse("").searching(name).link();

        assertThat(link).doesNotContain("4711").doesNotContain("0815");
        assertThat(searches.find(name.orElseThrow())).contains(new SearchedIdentity("CANARY-4711", "", "ACC-0815"));
    }
}
