package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;
import org.mammoflow.report.LedgerLine.Gap;
import org.mammoflow.report.LedgerLine.Owner;
import org.mammoflow.report.LedgerLine.Stop;

class NothingLostTest {

    @ParameterizedTest
    @EnumSource
    void every_image_is_in_exactly_one_place_and_each_gap_has_its_owner(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            for (int i = 1; i <= 8; i++) {
                Rows.instance(database, i, "1.2.3." + i, "1.2." + i, "2026-11-01");
            }
            Rows.job(database, 2, 2, "WAITING", "");
            Rows.job(database, 3, 3, "UNSUITABLE", "SPOT_VIEW");
            Rows.job(database, 4, 4, "FAILED", "NoSuchFile");
            for (int i = 5; i <= 8; i++) {
                Rows.job(database, i, i, "CLASSIFIED", "");
                Rows.finding(database, i, i, 0.8);
                Rows.readingCase(database, i, false, 3, "2026-11-01 08:00:00Z");
            }
            database.sql("update reading_case set claimed_by = 'radiologist', claimed_until = timestamp with time zone"
                    + " '2099-01-01 00:00:00Z' where study_instance_uid = '1.2.6'");
            Rows.review(database, 7, 1, "CONFIRMED");
            audit(database, 1, "FINDING_REVIEWED", "finding", "7", "");
            Rows.review(database, 8, 1, "REJECTED");
            audit(database, 2, "FINDING_REVIEWED", "finding", "8", "");
            // Finding 8 was decided while the file was written, which shows the state before.
            exportOf(database, 3, 1);

            LedgerLine line = lines(database).get(0);
            assertThat(lines(database)).hasSize(1);
            assertThat(line.received())
                    .isEqualTo(8)
                    .isEqualTo(line.lost() + line.waiting() + line.unsuitable() + line.failed() + line.withFinding());
            assertThat(line.withFinding()).isEqualTo(line.unclaimed() + line.claimed() + line.decided());
            assertThat(line.claimants()).isEqualTo("radiologist");
            assertThat(line.gaps())
                    .containsExactly(
                            new Gap(Stop.LOST, 1, Owner.ADMINISTRATOR),
                            new Gap(Stop.WAITING, 1, Owner.ADMINISTRATOR),
                            new Gap(Stop.FAILED, 1, Owner.ADMINISTRATOR),
                            new Gap(Stop.UNCLAIMED, 1, Owner.READERS),
                            new Gap(Stop.UNDECIDED, 1, Owner.CLAIMANTS),
                            new Gap(Stop.UNEXPORTED, 1, Owner.AUDITOR));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_has_reached_its_end_leaves_no_gap(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            oneDecided(database);
            exportOf(database, 2, 1);
            assertThat(lines(database)).singleElement().satisfies(line -> {
                assertThat(line.gaps()).isEmpty();
                assertThat(line.exported()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_case_for_two_readers_is_handed_over_once_the_reading_that_counts_was_signed_before_the_file(
            TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            oneDecided(database);
            Rows.readingCase(database, 1, false, 3, "2026-11-01 08:00:00Z");
            database.sql("update reading_case set readings_wanted = 2");
            exportOf(database, 2, 1);
            audit(database, 3, "READING_SIGNED", "study", "1.2.1", "");
            assertThat(lines(database).get(0).exported()).isZero();
            exportOf(database, 4, 3);
            assertThat(lines(database).get(0).exported()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_decided_anew_after_the_last_file_waits_for_the_next(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            oneDecided(database);
            assertThat(lines(database).get(0).exported()).as("no file yet").isZero();
            exportOf(database, 2, 1);
            assertThat(lines(database).get(0).exported()).isEqualTo(1);
            Rows.review(database, 1, 2, "REJECTED");
            audit(database, 3, "REVIEW_CHANGED", "finding", "1", "");
            assertThat(lines(database).get(0).exported()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_object_kept_in_conflict_was_received_and_is_a_gap_on_its_own_day(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            oneDecided(database);
            exportOf(database, 2, 1);
            conflict(database, 1, "MODALITY", "current_timestamp");
            conflict(database, 2, "OTHER", "timestamp with time zone '2026-01-05 12:00:00Z'");
            assertThat(lines(database)).extracting(LedgerLine::modality).containsExactly("MODALITY", "OTHER");
            assertThat(lines(database)).extracting(LedgerLine::received).containsExactly(2L, 1L);
            assertThat(lines(database)).extracting(LedgerLine::lost).containsOnly(0L);
            assertThat(lines(database)).extracting(LedgerLine::exported).containsExactly(1L, 0L);
            assertThat(lines(database))
                    .allSatisfy(line ->
                            assertThat(line.gaps()).containsExactly(new Gap(Stop.IN_CONFLICT, 1, Owner.ADMINISTRATOR)));
        }
    }

    /** One image whose finding is confirmed, by row 1 of the trail. */
    private static void oneDecided(TestDatabase.Opened database) throws SQLException {
        Rows.instance(database, 1, "1.2.3.1", "1.2.1", "2026-11-01");
        Rows.job(database, 1, 1, "CLASSIFIED", "");
        Rows.finding(database, 1, 1, 0.8);
        Rows.review(database, 1, 1, "CONFIRMED");
        audit(database, 1, "FINDING_REVIEWED", "finding", "1", "");
    }

    private static void conflict(TestDatabase.Opened database, long id, String modality, String receivedAt)
            throws SQLException {
        database.sql("insert into conflicting_object values (%d, 1, '%s', 10, '%s', %s)"
                .formatted(id, "b".repeat(63) + id, modality, receivedAt));
    }

    private static void exportOf(TestDatabase.Opened database, long seq, long state) throws SQLException {
        audit(
                database,
                seq,
                "REPORT_EXPORTED",
                "report",
                "x",
                "format=CSV deidentified=false rows=1 state=%d filter=all findings".formatted(state));
    }

    private static void audit(
            TestDatabase.Opened database, long seq, String action, String type, String object, String detail)
            throws SQLException {
        database.sql(
                ("insert into audit_row select %d, current_timestamp, 'a', 'r', '%s', '%s', '%s', '%s', '', '', 'x', 'x',"
                                + " '', ''")
                        .formatted(seq, action, type, object, detail));
    }

    static List<LedgerLine> lines(TestDatabase.Opened database) {
        return database.fromTransaction(em -> {
            NothingLost ledger = new NothingLost();
            ledger.entityManager = em;
            ledger.clock = Clock.systemUTC();
            return ledger.lines(0, 100);
        });
    }
}
