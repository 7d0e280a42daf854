package org.mammoflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.platform.TestDatabase;

class AuditChainTest {

    @ParameterizedTest
    @EnumSource
    void an_untouched_chain_is_intact(TestDatabase kind) {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Intact.class,
                            intact -> assertThat(intact.rows()).isEqualTo(20));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_chain_is_intact(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            assertThat(verify(database)).isInstanceOf(ChainVerdict.Intact.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_altered_row_is_named(TestDatabase kind) throws SQLException {
        assertBrokenAt(kind, 7, "update audit_row set actor = 'somebody else' where seq = 7");
    }

    @ParameterizedTest
    @EnumSource
    void a_removed_row_is_named(TestDatabase kind) throws SQLException {
        assertBrokenAt(kind, 7, "delete from audit_row where seq = 7");
    }

    @ParameterizedTest
    @EnumSource
    void a_truncated_chain_is_named_where_it_ends(TestDatabase kind) throws SQLException {
        assertBrokenAt(kind, 18, "delete from audit_row where seq >= 18");
    }

    @ParameterizedTest
    @EnumSource
    void an_inserted_row_is_named(TestDatabase kind) throws SQLException {
        assertBrokenAt(
                kind,
                21,
                "insert into audit_row select 21, recorded_at, actor, actor_role, action, object_type, object_id, detail,"
                        + " source, request_id, hash, hash from audit_row where seq = 20");
    }

    @ParameterizedTest
    @EnumSource
    void reordered_rows_are_named(TestDatabase kind) throws SQLException {
        assertBrokenAt(
                kind,
                5,
                "update audit_row set seq = -1 where seq = 5",
                "update audit_row set seq = 5 where seq = 6",
                "update audit_row set seq = 6 where seq = -1");
    }

    @ParameterizedTest
    @EnumSource
    void a_swapped_head_is_noticed(TestDatabase kind) throws SQLException {
        assertBrokenAt(kind, 20, "update audit_head set hash = '" + "f".repeat(64) + "'");
    }

    @ParameterizedTest
    @EnumSource
    void a_row_rehashed_by_the_forger_breaks_the_next_one(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            removeTriggers(kind, database);
            AuditEntry forged =
                    database.fromTransaction(em -> em.find(AuditRow.class, 7L).entry());
            String hash = new AuditEntry(
                            7,
                            forged.recordedAt(),
                            "somebody else",
                            forged.actorRole(),
                            forged.action(),
                            forged.objectType(),
                            forged.objectId(),
                            forged.detail(),
                            forged.source(),
                            forged.requestId(),
                            forged.previousHash(),
                            "")
                    .contentHash();
            database.sql("update audit_row set actor = 'somebody else', hash = '" + hash + "' where seq = 7");
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken.seq()).isEqualTo(8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_line_break_in_a_detail_cannot_forge_a_second_record(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            record(database, "first\nseq=2 actor=admin\u001b[31m");
            AuditEntry entry =
                    database.fromTransaction(em -> em.find(AuditRow.class, 1L).entry());
            assertThat(entry.detail()).doesNotContain("\n", "\u001b");
            assertThat(verify(database)).isInstanceOf(ChainVerdict.Intact.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_transaction_leaves_no_row_and_no_gap(TestDatabase kind) {
        try (TestDatabase.Opened database = chainOf(kind, 3)) {
            assertThatThrownBy(() -> database.inTransaction(entityManager -> {
                        trail(entityManager).record(event("lost"));
                        throw new IllegalStateException("the change failed");
                    }))
                    .hasMessage("the change failed");
            record(database, "next");
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Intact.class,
                            intact -> assertThat(intact.rows()).isEqualTo(4));
        }
    }

    private static void assertBrokenAt(TestDatabase kind, long seq, String... forgeries) throws SQLException {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            removeTriggers(kind, database);
            for (String forgery : forgeries) {
                database.sql(forgery);
            }
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken.seq()).isEqualTo(seq));
        }
    }

    // What a forger with the database's owner's password would do first.
    private static void removeTriggers(TestDatabase kind, TestDatabase.Opened database) throws SQLException {
        BiFunction<String, String, String> drop = (trigger, table) ->
                kind == TestDatabase.H2 ? "drop trigger " + trigger : "drop trigger " + trigger + " on " + table;
        database.sql(drop.apply("audit_row_append_only", "audit_row"));
    }

    private static TestDatabase.Opened chainOf(TestDatabase kind, int rows) {
        TestDatabase.Opened database = kind.open();
        for (int i = 1; i <= rows; i++) {
            record(database, "row " + i);
        }
        return database;
    }

    private static void record(TestDatabase.Opened database, String detail) {
        database.inTransaction(entityManager -> trail(entityManager).record(event(detail)));
    }

    private static AuditEvent event(String detail) {
        return new AuditEvent(Caller.system(), AuditAction.SERVER_STARTED, "server", "1", detail);
    }

    private static AuditTrail trail(jakarta.persistence.EntityManager entityManager) {
        AuditTrail trail = new AuditTrail();
        trail.entityManager = entityManager;
        trail.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        return trail;
    }

    private static ChainVerdict verify(TestDatabase.Opened database) {
        return database.fromTransaction(entityManager -> {
            AuditReading reading = new AuditReading();
            reading.entityManager = entityManager;
            return reading.verdict();
        });
    }
}
