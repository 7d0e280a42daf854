package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;
import org.mammoflow.review.SessionStep.State;

class ReadingSessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<String> IN_ORDER = List.of("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5");

    @ParameterizedTest
    @EnumSource
    void begins_with_the_first_cases_of_the_list_that_the_reader_can_read(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = fiveCases(kind)) {
            claimedByAnother(database, 2);

            assertThat(studies(started(database, 3))).containsExactly("1.2.1", "1.2.3", "1.2.4");
            assertThat(studies(current(database))).containsExactly("1.2.1", "1.2.3", "1.2.4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leads_from_case_to_case_and_back_to_what_was_passed_over(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = fiveCases(kind)) {
            SessionView session = started(database, 5);

            assertThat(session.first()).contains("1.2.1");
            assertThat(session.after("1.2.1")).contains("1.2.2");
            assertThat(session.after("1.2.5")).as("nothing was read yet").contains("1.2.1");
            assertThat(session.before("1.2.2")).contains("1.2.1");
            assertThat(session.before("1.2.1")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_skipped_case_comes_again_when_the_others_are_through(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = fiveCases(kind)) {
            started(database, 3);
            ask(database, sessions -> sessions.skip("1.2.1"));
            signed(database, 2);

            assertThat(current(database).after("1.2.2")).contains("1.2.3");
            signed(database, 3);
            assertThat(current(database).after("1.2.3")).contains("1.2.1");
            signed(database, 1);
            assertThat(current(database).after("1.2.1")).isEmpty();
            assertThat(current(database).count(State.READ)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deferred_case_leaves_the_session_with_its_reason_on_record_and_stays_on_the_worklist(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = fiveCases(kind)) {
            started(database, 2);
            ask(database, sessions -> sessions.defer("1.2.1", " priors are missing "));

            SessionView session = current(database);
            assertThat(session.of("1.2.1")).map(SessionStep::reason).contains("priors are missing");
            assertThat(session.after("1.2.2")).isEmpty();
            assertThat(studies(started(database, 1))).as("still to be read").containsExactly("1.2.1");
            assertThat(recorded(database, "CASE_DEFERRED")).containsExactly("session=1 reason=priors are missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_deferred_without_a_reason_and_nothing_of_another_session(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = fiveCases(kind)) {
            started(database, 1);
            assertThatThrownBy(() -> ask(database, sessions -> sessions.defer("1.2.1", "  ")))
                    .isInstanceOf(MissingReason.class);
            SessionOutcome skipped = ask(database, sessions -> sessions.skip("1.2.5"));
            assertThat(skipped).isInstanceOf(SessionOutcome.NotInSession.class);
            assertThat(recorded(database, "CASE_SKIPPED")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void passes_over_what_another_reader_holds_or_has_read_meanwhile(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = fiveCases(kind)) {
            started(database, 5);
            claimedByAnother(database, 2);
            database.sql("update reading_case set state = 'FINAL', first_reader = 'somebody' where id = 3");

            SessionView session = current(database);
            assertThat(session.after("1.2.1")).contains("1.2.4");
            assertThat(session.count(State.ELSEWHERE)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_session_takes_the_place_of_an_open_one_and_an_ended_one_is_gone(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = fiveCases(kind)) {
            started(database, 5);
            started(database, 2);
            assertThat(studies(current(database))).isEqualTo(IN_ORDER.subList(0, 2));
            ask(database, sessions -> {
                sessions.end();
                return null;
            });
            assertThat(ask(database, ReadingSessions::current)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_is_no_session_without_a_case(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            SessionOutcome outcome = ask(database, sessions -> sessions.start(WorklistFilter.open(), 10));
            assertThat(outcome).isInstanceOf(SessionOutcome.NothingToRead.class);
        }
    }

    private static TestDatabase.Opened fiveCases(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int id = 1; id <= IN_ORDER.size(); id++) {
            Rows.readingCase(database, id, false, 2, "2026-11-23 0%d:00:00+00".formatted(id));
        }
        return database;
    }

    private static void claimedByAnother(TestDatabase.Opened database, int id) throws SQLException {
        database.sql("update reading_case set claimed_by = 'somebody',"
                + " claimed_until = timestamp with time zone '2026-11-23 12:10:00+00' where id = " + id);
    }

    private static void signed(TestDatabase.Opened database, int id) throws SQLException {
        database.sql("update reading_case set state = 'FINAL', first_reader = 'radiologist' where id = " + id);
    }

    private static List<String> studies(SessionView session) {
        return session.steps().stream().map(SessionStep::studyInstanceUid).toList();
    }

    private static SessionView started(TestDatabase.Opened database, int size) {
        SessionOutcome outcome = ask(database, sessions -> sessions.start(WorklistFilter.open(), size));
        return ((SessionOutcome.Going) outcome).session();
    }

    private static SessionView current(TestDatabase.Opened database) {
        return ask(database, ReadingSessions::current).orElseThrow();
    }

    private static List<String> recorded(TestDatabase.Opened database, String action) {
        return database.fromTransaction(entityManager -> entityManager
                .createQuery("select r.detail from AuditRow r where r.action = :action", String.class)
                .setParameter("action", action)
                .getResultList());
    }

    private static <T> T ask(TestDatabase.Opened database, Function<ReadingSessions, T> question) {
        return database.fromTransaction(entityManager -> question.apply(sessions(entityManager)));
    }

    private static ReadingSessions sessions(EntityManager entityManager) {
        ReadingSessions sessions = new ReadingSessions();
        sessions.entityManager = entityManager;
        sessions.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        sessions.callers = new Callers() {
            @Override
            public Caller current() {
                return new Caller("radiologist", "radiologist", "", "");
            }
        };
        sessions.trail = TestTrail.of(entityManager);
        sessions.worklist = new Worklist();
        sessions.worklist.entityManager = entityManager;
        sessions.worklist.clock = sessions.clock;
        sessions.worklist.callers = sessions.callers;
        sessions.worklist.sights = new Sights();
        sessions.worklist.sights.callers = sessions.callers;
        sessions.worklist.sights.policies = new ReadingPolicies();
        sessions.worklist.sights.policies.entityManager = entityManager;
        return sessions;
    }
}
