package org.mammoflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.chain.ChainVerdict;
import org.mammoflow.chain.ExportVerification;
import org.mammoflow.chain.KnownRow;
import org.mammoflow.chain.SignedHead;
import org.mammoflow.chain.SigningKey;
import org.mammoflow.platform.TestDatabase;

class AuditChainTest {

    private static final InstallationKey KEY = key();

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
                "insert into audit_row select 21, recorded_at, actor, actor_role, action, object_type, object_id,"
                        + " detail, source, request_id, hash, hash, '', '' from audit_row where seq = 20");
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
            String hash =
                    rehashed(forged, "somebody else", forged.previousHash()).hash();
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

    @ParameterizedTest
    @EnumSource
    void a_chain_rehashed_to_its_end_breaks_at_the_signed_head(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            sign(database);
            record(database, "after the signature");
            removeTriggers(kind, database);
            rehashEverything(database);
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken)
                                    .extracting(ChainVerdict.Broken::seq, ChainVerdict.Broken::reason)
                                    .satisfies(named -> {
                                        assertThat(named.get(0)).isEqualTo(20L);
                                        assertThat(named.get(1).toString()).contains("rows were rewritten");
                                    }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_chain_cut_together_with_its_head_is_named_by_the_signed_head(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            sign(database);
            removeTriggers(kind, database);
            database.sql("delete from audit_row where seq >= 18");
            database.sql("update audit_head set seq = 17, hash = (select hash from audit_row where seq = 17)");
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken.seq()).isEqualTo(18));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_head_signed_by_a_forger_is_noticed(TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            SignedHead forged =
                    SigningKey.make(Files.createTempDirectory("forger")).sign(20, "f".repeat(64), Instant.EPOCH, "DAY");
            database.sql("insert into signed_head values (20, '" + forged.hash() + "', timestamp with time zone"
                    + " '1970-01-01 00:00:00Z', 'DAY', '" + forged.fingerprint() + "', '" + forged.signature() + "')");
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken.reason()).contains("not trusted here"));
        }
    }

    /** Everything that the database holds can be emptied together: then the chain is a new and whole one. */
    @ParameterizedTest
    @EnumSource
    void an_emptied_trail_is_named_unless_head_and_signatures_went_with_it_which_only_a_kept_row_finds(
            TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            SignedHead kept = sign(database);
            removeTriggers(kind, database);
            database.sql("delete from audit_row");
            assertBroken(database, 1);
            database.sql("update audit_head set seq = 0, hash = '" + AuditEntry.GENESIS + "'");
            record(database, "begun anew");
            assertBroken(database, 2);
            removeSignatures(kind, database);
            assertThat(verify(database)).isInstanceOf(ChainVerdict.Intact.class);
            assertThat(exported(database, kept))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken.reason()).contains("row 20 is known"));
        }
    }

    /** The forger has the key's file too, and writes everything anew. */
    @ParameterizedTest
    @EnumSource
    void a_trail_rehashed_and_signed_with_the_stolen_key_is_found_only_by_a_row_that_was_kept(TestDatabase kind)
            throws Exception {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            SignedHead kept = sign(database);
            record(database, "after the signature");
            removeTriggers(kind, database);
            rehashEverything(database);
            removeSignatures(kind, database);
            assertThat(verify(database)).isInstanceOf(ChainVerdict.Intact.class);
            assertThat(exported(database, kept))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken)
                                    .isEqualTo(new ChainVerdict.Broken(
                                            20,
                                            "another row of this number is known: the trail was written anew"
                                                    + " or restored")));
        }
    }

    private static void assertBroken(TestDatabase.Opened database, long seq) {
        assertThat(verify(database))
                .isInstanceOfSatisfying(
                        ChainVerdict.Broken.class,
                        broken -> assertThat(broken.seq()).as(broken.reason()).isEqualTo(seq));
    }

    /** What an export of now says to somebody who kept an end of then. */
    private static ChainVerdict exported(TestDatabase.Opened database, SignedHead kept) throws Exception {
        SignedHead end = sign(database);
        Path file = Files.createTempFile("audit", ".jsonl");
        try (OutputStream target = Files.newOutputStream(file)) {
            database.inTransaction(entityManager -> export(entityManager, end, target));
        }
        return ExportVerification.verify(
                        file, Optional.of(KEY.signing().verifying()), List.of(new KnownRow(kept.seq(), kept.hash())))
                .verdict();
    }

    @ParameterizedTest
    @EnumSource
    void others_append_while_the_chain_is_verified(TestDatabase kind) {
        try (TestDatabase.Opened database = chainOf(kind, 5)) {
            database.inTransaction(entityManager -> {
                reading(entityManager).verdict();
                record(database, "meanwhile");
                trail(entityManager).record(event("verified"));
            });
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Intact.class,
                            intact -> assertThat(intact.rows()).isEqualTo(7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_signed_end_is_told_and_signed_once(TestDatabase kind) {
        try (TestDatabase.Opened database = chainOf(kind, 20)) {
            SignedHead first = sign(database);
            assertThat(sign(database)).isEqualTo(first);
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Intact.class,
                            intact -> assertThat(intact.signed()).contains(first));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_change_replaced_and_left_is_part_of_the_hash(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = chainOf(kind, 3)) {
            database.inTransaction(entityManager ->
                    trail(entityManager).record(event("changed").changing("a".repeat(64), "b".repeat(64))));
            assertThat(verify(database)).isInstanceOf(ChainVerdict.Intact.class);
            removeTriggers(kind, database);
            database.sql("update audit_row set before_digest = '" + "c".repeat(64) + "' where seq = 4");
            assertThat(verify(database))
                    .isInstanceOfSatisfying(
                            ChainVerdict.Broken.class,
                            broken -> assertThat(broken.seq()).isEqualTo(4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_export_of_the_database_is_proven_without_it(TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = chainOf(kind, 2500)) {
            SignedHead end = sign(database);
            record(database, "not part of the export");
            Path file = Files.createTempFile("audit", ".jsonl");
            try (OutputStream target = Files.newOutputStream(file)) {
                database.inTransaction(entityManager -> export(entityManager, end, target));
            }
            assertThat(ExportVerification.verify(file, Optional.of(KEY.signing().verifying()))
                            .verdict())
                    .isInstanceOfSatisfying(
                            ChainVerdict.Intact.class,
                            intact -> assertThat(intact.rows()).isEqualTo(2500));
        }
    }

    private static void export(EntityManager entityManager, SignedHead end, OutputStream target) {
        AuditExporting exporting = new AuditExporting();
        exporting.entityManager = entityManager;
        exporting.key = KEY;
        exporting.clock = Clock.systemUTC();
        try {
            exporting.write(end, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rehashEverything(TestDatabase.Opened database) throws SQLException {
        String previous = AuditEntry.GENESIS;
        for (long seq = 1; seq <= 21; seq++) {
            long number = seq;
            AuditEntry row = database.fromTransaction(
                    em -> em.find(AuditRow.class, number).entry());
            AuditEntry forged = rehashed(row, "forger", previous);
            database.sql("update audit_row set actor = 'forger', previous_hash = '" + previous + "', hash = '"
                    + forged.hash() + "' where seq = " + seq);
            previous = forged.hash();
        }
        database.sql("update audit_head set hash = '" + previous + "'");
    }

    private static AuditEntry rehashed(AuditEntry row, String actor, String previous) {
        return new AuditEntry(
                        row.seq(),
                        row.recordedAt(),
                        actor,
                        row.actorRole(),
                        row.action(),
                        row.objectType(),
                        row.objectId(),
                        row.detail(),
                        row.source(),
                        row.requestId(),
                        row.beforeDigest(),
                        row.afterDigest(),
                        previous,
                        "")
                .sealed();
    }

    private static SignedHead sign(TestDatabase.Opened database) {
        return database.fromTransaction(entityManager -> {
            HeadSigning signing = new HeadSigning();
            signing.entityManager = entityManager;
            signing.key = KEY;
            signing.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
            return signing.sign(HeadSigning.Occasion.EXPORT);
        });
    }

    private static InstallationKey key() {
        try {
            InstallationKey key = new InstallationKey();
            key.open(Files.createTempDirectory("keys"));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static void removeSignatures(TestDatabase kind, TestDatabase.Opened database) throws SQLException {
        database.sql("drop trigger signed_head_append_only" + (kind == TestDatabase.H2 ? "" : " on signed_head"));
        database.sql("delete from signed_head");
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

    private static AuditTrail trail(EntityManager entityManager) {
        AuditTrail trail = new AuditTrail();
        trail.entityManager = entityManager;
        trail.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        return trail;
    }

    private static ChainVerdict verify(TestDatabase.Opened database) {
        return database.fromTransaction(entityManager -> reading(entityManager).verdict());
    }

    private static AuditReading reading(EntityManager entityManager) {
        AuditReading reading = new AuditReading();
        reading.entityManager = entityManager;
        reading.key = KEY;
        return reading;
    }
}
