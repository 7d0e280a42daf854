package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class WorklistTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<String> IN_ORDER =
            List.of("1.2.4", "1.2.2", "1.2.1", "1.2.8", "1.2.5", "1.2.6", "1.2.7", "1.2.3");

    @ParameterizedTest
    @EnumSource
    void lists_urgent_cases_first_then_by_band_then_by_waiting_time(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            assertThat(listed(database)).isEqualTo(IN_ORDER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void next_and_previous_walk_the_list_from_end_to_end(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            assertThat(walk(database, "1.2.4", Worklist::next)).isEqualTo(IN_ORDER);
            assertThat(walk(database, "1.2.3", Worklist::previous)).isEqualTo(reversed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void next_goes_on_from_where_the_case_stood_when_it_was_opened(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            Place opened = place(database, "1.2.2");
            // Decided meanwhile: it is no longer open, and its band is another.
            database.sql("update reading_case set band_rank = 0, state = 'DECIDED' where id = 2");

            Optional<CaseSummary> next = ask(database, list -> list.next(WorklistFilter.open(), opened));
            assertThat(next).map(CaseSummary::studyInstanceUid).contains("1.2.1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void next_from_a_case_that_was_opened_after_it_had_left_the_list_is_the_first_free_one(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            database.sql("update reading_case set state = 'DECIDED' where id = 6");
            claim(database, 4, "somebody", "2026-11-23 12:10:00+00");

            assertThat(nextOfOpened(database, "1.2.6", only().state(CaseState.OPEN)))
                    .contains("1.2.2");
            assertThat(nextOfOpened(
                            database, "1.2.6", only().state(CaseState.OPEN).band(CaseBand.LOW)))
                    .as("the first of the reader's own list")
                    .contains("1.2.3");
            assertThat(nextOfOpened(database, "1.2.6", only()))
                    .as("the list of all cases still has it")
                    .contains("1.2.7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_claim_on_the_opened_case_does_not_send_the_reader_back_to_the_first(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            claim(database, 5, "radiologist", "2026-11-23 12:10:00+00");

            assertThat(nextOfOpened(
                            database, "1.2.5", only().state(CaseState.OPEN).unclaimed()))
                    .contains("1.2.6");
        }
    }

    @ParameterizedTest
    @EnumSource
    void next_is_never_the_case_itself(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            Rows.readingCase(database, 1, false, 3, "2026-11-23 09:00:00+00");
            Place opened = place(database, "1.2.1");
            // Its highest finding is decided meanwhile: it waits behind where it stood.
            database.sql("update reading_case set band_rank = 1, turn_at = first_received_at where id = 1");

            Optional<CaseSummary> next = ask(database, list -> list.next(WorklistFilter.open(), opened));
            assertThat(next).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void next_passes_over_what_another_reader_holds(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            Place first = place(database, "1.2.4");
            claim(database, 2, "somebody", "2026-11-23 12:10:00+00");
            claim(database, 1, "somebody", "2026-11-23 12:10:00+00");
            claim(database, 8, "somebody", "2026-11-23 11:50:00+00");

            // The claim on 1.2.8 ran out, so that case may be read again.
            Optional<CaseSummary> next = ask(database, list -> list.next(WorklistFilter.open(), first));
            assertThat(next).map(CaseSummary::studyInstanceUid).contains("1.2.8");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_low_case_that_waited_long_comes_before_a_high_one_of_today(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            Rows.readingCase(database, 1, false, 3, "2026-11-23 09:00:00+00");
            Rows.readingCase(database, 2, false, 1, "2026-11-10 09:00:00+00");
            Rows.readingCase(database, 3, false, 1, "2026-11-08 09:00:00+00");
            // Fifteen days outweigh the head start of fourteen, thirteen do not; an urgent case comes before all.
            Rows.readingCase(database, 4, true, 1, "2026-11-23 11:00:00+00");

            assertThat(listed(database)).containsExactly("1.2.4", "1.2.3", "1.2.1", "1.2.2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_reads_before_the_network_sees_no_band_and_an_order_without_it(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            database.sql("update reading_policy set reading_mode = 'READER_FIRST'");

            assertThat(listed(database))
                    .containsExactly("1.2.4", "1.2.1", "1.2.3", "1.2.2", "1.2.8", "1.2.5", "1.2.6", "1.2.7");
            WorklistFilter high =
                    only().state(CaseState.OPEN).band(CaseBand.HIGH).filter();
            assertThat(ask(database, list -> list.page(high, 0, 10)).cases())
                    .as("asking for a band tells nothing")
                    .hasSize(8)
                    .allSatisfy(summary -> assertThat(summary.band()).isEqualTo(CaseBand.NOT_REVEALED));
            assertThat(walk(database, "1.2.4", Worklist::next)).isEqualTo(listed(database));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_first_reader_does_not_see_the_case_wait_for_the_second(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            database.sql("update reading_case set reading_round = 2, first_reader = 'radiologist' where id = 2");
            database.sql("update reading_case set reading_round = 2, first_reader = 'somebody' where id = 8");

            assertThat(listed(database)).doesNotContain("1.2.2").contains("1.2.8");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_part_of_a_filter_leaves_the_cases_that_it_names(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = eightCases(kind)) {
            database.sql("update reading_case set study_date = date '2026-11-20'");
            database.sql(
                    "update reading_case set patient_id = 'P', issuer_of_patient_id = 'ONE', accession_number = 'A1',"
                            + " institution_name = 'North', calling_ae_title = 'ROOM1', study_date = date '2026-11-21' where id = 1");
            database.sql(
                    "update reading_case set patient_id = 'P', issuer_of_patient_id = 'TWO', accession_number = 'A2',"
                            + " institution_name = 'South', calling_ae_title = 'ROOM2', study_date = date '2026-11-22' where id = 2");
            database.sql("update reading_case set state = 'DECIDED' where id = 3");
            claim(database, 1, "radiologist", "2026-11-23 12:10:00+00");
            claim(database, 2, "somebody", "2026-11-23 12:10:00+00");
            claim(database, 4, "somebody", "2026-11-23 11:50:00+00");

            assertThat(found(database, only().state(CaseState.DECIDED))).containsExactly("1.2.3");
            assertThat(found(database, only().band(CaseBand.HIGH))).containsExactly("1.2.2");
            assertThat(found(database, only().patient("P", null))).containsExactlyInAnyOrder("1.2.1", "1.2.2");
            assertThat(found(database, only().patient("P", "TWO"))).containsExactly("1.2.2");
            assertThat(found(database, only().accession("A1"))).containsExactly("1.2.1");
            assertThat(found(database, only().site("South"))).containsExactly("1.2.2");
            assertThat(found(database, only().modality("ROOM1"))).containsExactly("1.2.1");
            assertThat(found(database, only().days("2026-11-21", null))).containsExactlyInAnyOrder("1.2.1", "1.2.2");
            assertThat(found(database, only().days("2026-11-21", "2026-11-21"))).containsExactly("1.2.1");
            assertThat(found(database, only().mine())).containsExactly("1.2.1");
            assertThat(found(database, only().unclaimed()))
                    .as("a claim that ran out is none")
                    .contains("1.2.4", "1.2.8")
                    .doesNotContain("1.2.1", "1.2.2");
            assertThat(found(database, only().patient("P", null).site("North").days(null, "2026-11-20")))
                    .as("all that are given must hold")
                    .isEmpty();
        }
    }

    private static WorklistQuestion only() {
        return new WorklistQuestion();
    }

    private static List<String> found(TestDatabase.Opened database, WorklistQuestion question) {
        return ask(database, list -> list.page(question.filter(), 0, 10)).cases().stream()
                .map(CaseSummary::studyInstanceUid)
                .toList();
    }

    private static TestDatabase.Opened eightCases(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        Rows.readingCase(database, 1, false, 0, "2026-11-23 08:00:00+00");
        Rows.readingCase(database, 2, false, 3, "2026-11-23 09:00:00+00");
        Rows.readingCase(database, 3, false, 1, "2026-11-23 08:00:00+00");
        Rows.readingCase(database, 4, true, 1, "2026-11-23 11:00:00+00");
        // At the same moment: the order of arrival tells.
        Rows.readingCase(database, 5, false, 2, "2026-11-23 10:00:00+00");
        Rows.readingCase(database, 6, false, 2, "2026-11-23 10:00:00+00");
        Rows.readingCase(database, 7, false, 2, "2026-11-23 10:30:00+00");
        Rows.readingCase(database, 8, false, 2, "2026-11-23 09:30:00+00");
        return database;
    }

    private static void claim(TestDatabase.Opened database, int id, String reader, String until) throws SQLException {
        database.sql(
                "update reading_case set claimed_by = '%s', claimed_until = timestamp with time zone '%s' where id = %d"
                        .formatted(reader, until, id));
    }

    private static List<String> listed(TestDatabase.Opened database) {
        return ask(database, list -> list.page(WorklistFilter.open(), 0, 10)).cases().stream()
                .map(CaseSummary::studyInstanceUid)
                .toList();
    }

    private static Optional<String> nextOfOpened(
            TestDatabase.Opened database, String study, WorklistQuestion question) {
        return ask(database, list -> {
            CaseSummary opened = list.page(only().filter(), 0, 10).cases().stream()
                    .filter(summary -> summary.studyInstanceUid().equals(study))
                    .findFirst()
                    .orElseThrow();
            return list.next(question.filter(), list.place(question.filter(), opened))
                    .map(CaseSummary::studyInstanceUid);
        });
    }

    private static Place place(TestDatabase.Opened database, String study) {
        return ask(database, list -> list.page(WorklistFilter.open(), 0, 10)).cases().stream()
                .filter(summary -> summary.studyInstanceUid().equals(study))
                .findFirst()
                .orElseThrow()
                .place();
    }

    @FunctionalInterface
    private interface Step {
        Optional<CaseSummary> from(Worklist list, WorklistFilter filter, Place place);
    }

    private static List<String> walk(TestDatabase.Opened database, String start, Step step) {
        List<String> walked = new ArrayList<>(List.of(start));
        Optional<Place> place = Optional.of(place(database, start));
        while (place.isPresent() && walked.size() <= IN_ORDER.size()) {
            Place from = place.get();
            place = ask(database, list -> step.from(list, WorklistFilter.open(), from))
                    .map(CaseSummary::place);
            place.map(Place::studyInstanceUid).ifPresent(walked::add);
        }
        return walked;
    }

    private static List<String> reversed() {
        List<String> reversed = new ArrayList<>(IN_ORDER);
        Collections.reverse(reversed);
        return reversed;
    }

    private static <T> T ask(TestDatabase.Opened database, Function<Worklist, T> question) {
        return database.fromTransaction(entityManager -> {
            Worklist list = new Worklist();
            list.entityManager = entityManager;
            list.clock = Clock.fixed(NOW, ZoneOffset.UTC);
            list.callers = new Callers() {
                @Override
                public Caller current() {
                    return new Caller("radiologist", "radiologist", "", "");
                }
            };
            list.sights = new Sights();
            list.sights.callers = list.callers;
            list.sights.policies = new ReadingPolicies();
            list.sights.policies.entityManager = entityManager;
            return question.apply(list);
        });
    }
}
