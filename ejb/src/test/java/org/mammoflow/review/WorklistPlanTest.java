package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.platform.TestDatabase;

/** A page of the worklist stays one indexed query, however long the list is. */
class WorklistPlanTest {

    private static final int CASES = 20_000;

    @ParameterizedTest
    @EnumSource
    void a_page_follows_the_index_of_the_order_and_sorts_nothing(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = manyCases(kind)) {
            String plan = plan(database, WorklistFilter.open(), 0, "'OPEN'", "'me'");

            assertThat(plan).contains("reading_case_turn");
            assertSortsNothing(kind, plan);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deep_page_follows_the_index_too(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = manyCases(kind)) {
            String plan = plan(database, WorklistFilter.open(), 100, "'OPEN'", "'me'");

            assertSortsNothing(kind, plan);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_few_cases_of_a_patient_are_found_by_her_index(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = manyCases(kind)) {
            assertThat(plan(database, only().patient("P7", null), "'P7'")).contains("reading_case_patient");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_cases_of_a_day_and_of_a_reader_are_found_by_an_index(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = manyCases(kind)) {
            String day = "2026-01-05";
            String date = "date '" + day + "'";

            assertThat(plan(database, only().days(day, day), date, date)).contains("reading_case_study_date");
            assertThat(plan(database, only().mine(), "'me'")).contains("reading_case_claimed");
        }
    }

    private static void assertSortsNothing(TestDatabase kind, String plan) {
        if (kind == TestDatabase.H2) {
            assertThat(plan).contains("index sorted").doesNotContain("tableScan");
        } else {
            assertThat(plan).doesNotContain("Sort").doesNotContain("Seq Scan");
        }
    }

    private static WorklistQuestion only() {
        return new WorklistQuestion();
    }

    /** What the database says it does for the page's query, which gets these values in their order. */
    private static String plan(TestDatabase.Opened database, WorklistQuestion question, String... values)
            throws SQLException {
        return plan(database, question.filter(), 0, values);
    }

    private static String plan(TestDatabase.Opened database, WorklistFilter filter, int first, String... values)
            throws SQLException {
        database.statements().clear();
        database.fromTransaction(entityManager -> {
            Worklist list = new Worklist();
            list.entityManager = entityManager;
            list.clock = Clock.systemUTC();
            list.callers = new Callers() {
                @Override
                public Caller current() {
                    return new Caller("me", "radiologist", "", "");
                }
            };
            list.sights = new Sights();
            list.sights.callers = list.callers;
            list.sights.policies = new ReadingPolicies();
            list.sights.policies.entityManager = entityManager;
            return list.page(filter, first, 50);
        });
        String query = database.statements().stream()
                .filter(sql -> sql.contains(" from reading_case ") && sql.contains(" fetch first "))
                .findFirst()
                .orElseThrow();
        for (String value : values) {
            query = query.replaceFirst("\\?", value);
        }
        query = query.replaceFirst("\\?", Integer.toString(first)).replaceFirst("\\?", "50");
        return explained(database, query);
    }

    private static String explained(TestDatabase.Opened database, String query) throws SQLException {
        try (Connection connection = database.database().getConnection();
                ResultSet lines = connection.createStatement().executeQuery("explain " + query)) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static TestDatabase.Opened manyCases(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        String numbers = kind == TestDatabase.H2
                ? "(select \"X\" as n from system_range(1, %d)) s".formatted(CASES)
                : "generate_series(1, %d) n".formatted(CASES);
        database.sql("""
                insert into reading_case (id, study_instance_uid, patient_id, calling_ae_title, state, urgent, band_rank,
                    study_date, first_received_at, turn_at, open_findings, decided_findings, without_opinion, claimed_by, claimed_until, version)
                select n, '1.2.' || n, 'P' || n / 3, 'ROOM' || mod(n, 12), 'OPEN', mod(n, 97) = 0, mod(n, 4),
                    date '2026-01-01' + cast(n / 100 as integer),
                    timestamp with time zone '2026-01-01 08:00:00+00' + n * interval '1' minute,
                    timestamp with time zone '2026-01-01 08:00:00+00' + n * interval '1' minute, 1, 0, 0,
                    case when mod(n, 1999) = 0 then 'me' end,
                    case when mod(n, 1999) = 0 then timestamp with time zone '2026-01-02 08:00:00+00' end, 0
                from\s""" + numbers);
        database.sql("analyze");
        return database;
    }
}
