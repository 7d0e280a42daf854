package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class TrailSearchTest {

    private static final int ROWS = 20_000;

    @ParameterizedTest
    @EnumSource
    void all_parts_of_a_filter_must_hold_and_the_newest_come_first(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = trail(kind)) {
            assertThat(found(database, filter("reader", null, null, null, null)))
                    .containsExactly(5L, 3L, 2L, 1L);
            assertThat(found(database, filter(null, AuditAction.STUDY_VIEWED, null, null, null)))
                    .containsExactly(4L, 1L);
            assertThat(found(database, filter("reader", AuditAction.STUDY_VIEWED, null, null, null)))
                    .containsExactly(1L);
            assertThat(found(database, filter(null, null, null, "2026-11-02", "2026-11-03")))
                    .containsExactly(3L, 2L);
            assertThat(found(database, filter("nobody", null, null, null, null)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_study_stands_for_its_images_and_findings_and_any_identifier_for_itself(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = trail(kind)) {
            assertThat(found(database, filter(null, null, "1.2.1", null, null))).containsExactly(3L, 2L, 1L);
            assertThat(found(database, filter(null, null, "1.2.3.1", null, null)))
                    .containsExactly(2L);
            assertThat(found(database, filter("other", null, "1.2.1", null, null)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_holds_every_row_says_what_was_filtered_and_runs_nothing(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = trail(kind)) {
            database.sql("update audit_row set detail = '=cmd|x' where seq = 5");
            TrailFilter filter = filter("reader", null, null, null, null);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            database.inTransaction(em -> {
                try {
                    search(em).write(filter, file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            List<String> lines = file.toString(StandardCharsets.UTF_8).lines().toList();
            assertThat(lines.subList(0, 5))
                    .extracting(line -> line.substring(0, line.indexOf(',')))
                    .containsExactly("number", "5", "3", "2", "1");
            assertThat(lines.get(1)).contains(",'=cmd|x,");
            assertThat(lines).contains("# Mammoflow audit trail, filtered: actor=reader", "# rows: 4");
            assertThat(lines)
                    .anyMatch(line -> line.matches("# sha256: [0-9a-f]{64} \\(every byte before these lines\\)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_part_is_led_by_an_index(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            many(database, kind);
            assertThat(plan(database, filter("a7", null, null, null, null), "'a7'"))
                    .contains("audit_row_actor");
            assertThat(plan(database, filter(null, AuditAction.REREAD_DRAWN, null, null, null), "'REREAD_DRAWN'"))
                    .contains("audit_row_action");
            assertThat(plan(database, filter(null, null, "1.7", null, null), "'1.7'", "'1.7'", "'1.7'", "'1.7'"))
                    .contains("audit_row_object");
            String day = "timestamp with time zone '2026-01-03 00:00:00+00'";
            String next = "timestamp with time zone '2026-01-04 00:00:00+00'";
            assertThat(plan(database, filter(null, null, null, "2026-01-03", "2026-01-03"), day, next))
                    .containsAnyOf("audit_row_recorded", "audit_row_pkey");
        }
    }

    /** What the database says it does for a page, which gets these values in their order. */
    private static String plan(TestDatabase.Opened database, TrailFilter filter, String... values) throws SQLException {
        database.statements().clear();
        database.fromTransaction(em -> search(em).page(filter, 0, 50));
        String query = database.statements().stream()
                .filter(sql -> sql.contains("audit_row a"))
                .findFirst()
                .orElseThrow();
        for (String value : values) {
            query = query.replaceFirst("\\?", value);
        }
        query = query.replaceFirst("\\?", "50");
        assertThat(query).doesNotContain("?");
        try (Connection connection = database.database().getConnection();
                ResultSet lines = connection.createStatement().executeQuery("explain " + query)) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static void many(TestDatabase.Opened database, TestDatabase kind) throws SQLException {
        String numbers = kind == TestDatabase.H2
                ? "(select \"X\" as n from system_range(1, %d)) s".formatted(ROWS)
                : "generate_series(1, %d) n".formatted(ROWS);
        database.sql("""
                insert into audit_row (seq, recorded_at, actor, actor_role, action, object_type, object_id, detail, source,
                    request_id, previous_hash, hash)
                select n, timestamp with time zone '2026-01-01 08:00:00+00' + n * interval '1' minute, 'a' || mod(n, 500), 'radiologist',
                    case when mod(n, 4000) = 0 then 'REREAD_DRAWN' else 'IMAGE_VIEWED' end, 'instance', '1.' || n, '', '', '', 'x', 'x'
                from\s""" + numbers);
        database.sql("analyze");
    }

    private static TrailFilter filter(String actor, AuditAction action, String object, String from, String to) {
        return new TrailFilter(
                Optional.ofNullable(actor),
                Optional.ofNullable(action),
                Optional.ofNullable(object),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse));
    }

    private static List<Long> found(TestDatabase.Opened database, TrailFilter filter) {
        return database.fromTransaction(em -> {
            List<Long> rows =
                    search(em).page(filter, 0, 50).stream().map(AuditEntry::seq).toList();
            assertThat(search(em).count(filter)).isEqualTo(rows.size());
            assertThat(search(em).page(filter, 1, 50)).hasSize(Math.max(0, rows.size() - 1));
            return rows;
        });
    }

    private static TrailSearch search(jakarta.persistence.EntityManager em) {
        TrailSearch search = new TrailSearch();
        search.entityManager = em;
        search.clock = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
        search.callers = new Callers() {
            @Override
            public Caller current() {
                return new Caller("auditor", "auditor", "", "");
            }
        };
        return search;
    }

    /** Without the trigger that keeps rows as they are: one of the tests changes one. */
    private static TestDatabase.Opened trail(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        database.sql("drop trigger audit_row_append_only" + (kind == TestDatabase.H2 ? "" : " on audit_row"));
        Rows.instance(database, 1, "1.2.3.1", "1.2.1", "2026-11-01");
        Rows.finding(database, 7, 1, 0.8);
        audit(database, 1, "reader", "STUDY_VIEWED", "study", "1.2.1");
        audit(database, 2, "reader", "IMAGE_VIEWED", "instance", "1.2.3.1");
        audit(database, 3, "reader", "HEAT_MAP_SHOWN", "finding", "7");
        audit(database, 4, "other", "STUDY_VIEWED", "study", "1.2.2");
        audit(database, 5, "reader", "JOB_RETRIED", "job", "7");
        return database;
    }

    private static void audit(
            TestDatabase.Opened database, int seq, String actor, String action, String type, String id)
            throws SQLException {
        database.sql(
                "insert into audit_row (seq, recorded_at, actor, actor_role, action, object_type, object_id, detail,"
                        + " source, request_id, previous_hash, hash) values (" + seq
                        + ", timestamp with time zone '2026-11-0"
                        + seq + " 09:00:00+00', '" + actor + "', 'radiologist', '" + action + "', '" + type + "', '"
                        + id
                        + "', 'why', '', '', 'x', 'x')");
    }
}
