package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mammoflow.report.plot.Mark.Kind.DATA;
import static org.mammoflow.report.plot.Mark.Kind.OUTLIER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;
import org.mammoflow.report.plot.Mark;

class StatisticsTest {

    private static final ReportFilter ALL = new ReportFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    // Values of R's binom.confint(x, n, methods = "wilson").
    @ParameterizedTest
    @CsvSource({"8,10,0.4901625,0.9433178", "0,10,0,0.2775328", "10,10,0.7224672,1", "81,263,0.2553,0.3662"})
    void intervals_are_wilsons(long of, long among, double low, double high) {
        Proportion proportion = new Proportion(of, among);
        assertThat(proportion.low()).isEqualTo(low, within(1e-4));
        assertThat(proportion.high()).isEqualTo(high, within(1e-4));
    }

    @Test
    void nothing_is_claimed_about_nothing() {
        assertThat(new Proportion(0, 0).known()).isFalse();
        assertThat(new Proportion(0, 0).share()).isNaN();
    }

    @Test
    void a_rejected_negative_counts_as_reader_positive() {
        Agreement agreement = new Agreement(new ReportCounts(40, 10, 1, 2, 80, 5, 3, 4));
        assertThat(agreement.likeSensitivity()).isEqualTo(new Proportion(40, 45));
        assertThat(agreement.likeSpecificity()).isEqualTo(new Proportion(80, 90));
        assertThat(agreement.likePpv()).isEqualTo(new Proportion(40, 50));
        assertThat(agreement.overall()).isEqualTo(new Proportion(120, 135));
    }

    @ParameterizedTest
    @EnumSource
    void the_statistics_of_the_database_are_those_of_the_rows(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            Statistics counted = database.fromTransaction(em -> statistics(new StatisticsQuery(em, ALL).tallies()));
            Tallies added = new Tallies();
            database.inTransaction(em -> {
                try (Stream<ReportRow> rows = new ReportQuery(em, ALL).rows()) {
                    rows.forEach(row -> added.add(Tallies.Alike.of(row), 1));
                }
            });
            Statistics summed = statistics(added);
            assertThat(counted.overall())
                    .isEqualTo(summed.overall())
                    .isEqualTo(new Agreement(database.fromTransaction(em -> new ReportQuery(em, ALL).counts())));
            assertThat(counted.tables()).isEqualTo(summed.tables());
            assertThat(counted.scores()).usingRecursiveComparison().isEqualTo(summed.scores());
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_table_sums_up_to_the_whole_and_unread_findings_belong_to_no_reader(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            Statistics statistics = database.fromTransaction(em -> statistics(new StatisticsQuery(em, ALL).tallies()));
            assertThat(statistics.by(Dimension.NETWORK))
                    .containsExactly(new StatisticsLine("resnet18/1.0.0", statistics.overall()));
            assertThat(statistics.by(Dimension.MONTH).stream()
                            .mapToLong(line -> line.agreement().counts().total())
                            .sum())
                    .isEqualTo(6);
            assertThat(statistics.by(Dimension.READER))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line.agreement().counts().total()).isEqualTo(4));
            assertThat(statistics.scores())
                    .singleElement()
                    .satisfies(device -> assertThat(device.counts()[16]).isEqualTo(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void density_is_told_where_it_was_imported_and_nowhere_else(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            assertThat(tables(database).get(Dimension.DENSITY)).isEmpty();
            Rows.outcome(database, 1, "1.2.1", true, "");
            Rows.outcome(database, 2, "1.2.2", false, "");
            database.sql(
                    "drop trigger study_outcome_append_only" + (kind == TestDatabase.H2 ? "" : " on study_outcome"));
            database.sql("update study_outcome set breast_density = 'C' where study_instance_uid = '1.2.1'");
            Tallies added = new Tallies();
            database.inTransaction(em -> {
                try (Stream<ReportRow> rows = new ReportQuery(em, ALL).rows()) {
                    rows.forEach(row -> added.add(Tallies.Alike.of(row), 1));
                }
            });
            assertThat(tables(database).get(Dimension.DENSITY))
                    .isEqualTo(statistics(added).by(Dimension.DENSITY))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.name()).isEqualTo("C");
                        assertThat(line.agreement().counts().total()).isEqualTo(1);
                    });
        }
    }

    /** Half an hour before midnight UTC November has begun in Berlin: on the screen, in the files and in the ledger. */
    @ParameterizedTest
    @EnumSource
    void months_and_days_are_those_of_the_site_everywhere(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            database.sql("drop trigger finding_append_only" + (kind == TestDatabase.H2 ? "" : " on finding"));
            database.sql("update finding set recorded_at = timestamp with time zone '2026-10-31 23:30:00Z'");
            database.sql("update stored_instance set received_at = timestamp with time zone '2026-10-31 23:30:00Z'");
            System.setProperty("mammoflow.time-zone", "Europe/Berlin");
            Tallies added = new Tallies();
            database.inTransaction(em -> {
                try (Stream<ReportRow> rows = new ReportQuery(em, ALL).rows()) {
                    rows.forEach(row -> added.add(Tallies.Alike.of(row), 1));
                }
            });
            assertThat(tables(database).get(Dimension.MONTH))
                    .isEqualTo(statistics(added).by(Dimension.MONTH))
                    .singleElement()
                    .satisfies(line -> assertThat(line.name()).isEqualTo("2026-11"));
            assertThat(NothingLostTest.lines(database))
                    .singleElement()
                    .satisfies(line -> assertThat(line.day()).isEqualTo("2026-11-01"));
        } finally {
            System.clearProperty("mammoflow.time-zone");
        }
    }

    private static Map<Dimension, List<StatisticsLine>> tables(TestDatabase.Opened database) {
        return database.fromTransaction(em -> statistics(new StatisticsQuery(em, ALL).tallies()))
                .tables();
    }

    @ParameterizedTest
    @EnumSource
    void images_without_opinion_are_counted_by_what_became_of_them(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            for (int i = 7; i <= 9; i++) {
                Rows.instance(database, i, "1.2.3." + i, "1.2." + i, "2026-11-01");
            }
            Rows.job(database, 7, 7, "UNSUITABLE", "SPOT_VIEW");
            Rows.job(database, 8, 8, "FAILED", "NoSuchFile");
            Rows.job(database, 9, 9, "WAITING", "");
            Silence silence = database.fromTransaction(em -> new StatisticsQuery(em, ALL).silence());
            assertThat(silence).isEqualTo(new Silence(9, 6, 1, 1));
            assertThat(silence.pending()).isEqualTo(1);
            assertThat(silence.noOpinion()).isEqualTo(new Proportion(2, 9));
            assertThat(silence.failure()).isEqualTo(new Proportion(1, 9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void time_to_read_runs_from_the_claim_to_the_last_first_decision(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            String claim =
                    "insert into audit_row select 1, min(reviewed_at) - interval '90' second, 'radiologist', 'r',"
                            + " 'CASE_CLAIMED', 'study', '1.2.1', '', '', '', 'x', 'x', '', '' from review where"
                            + " finding_id = 1";
            database.sql(claim);
            List<ReadingTime> times = database.fromTransaction(em -> new StatisticsQuery(em, ALL).readingTimes());
            assertThat(times)
                    .containsExactly(new ReadingTime("radiologist", 1, Duration.ofSeconds(90), Duration.ofSeconds(90)));
        }
    }

    /** First ann changes her mind, keeps it, has not signed, took her signature back; bob read after the network only. */
    @ParameterizedTest
    @EnumSource
    void an_opinion_counts_as_changed_when_the_signed_one_is_another_than_the_one_before_the_network(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            assess(database, 1, "1.2.1", 1, "ann", "3", false);
            assess(database, 2, "1.2.1", 1, "ann", "4", true);
            sign(database, 3, "1.2.1", 1, "ann");
            assess(database, 4, "1.2.2", 1, "ann", "1", false);
            sign(database, 5, "1.2.2", 1, "ann");
            assess(database, 6, "1.2.3", 1, "ann", "1", false);
            assess(database, 7, "1.2.3", 1, "ann", "2", true);
            assess(database, 8, "1.2.4", 1, "ann", "1", false);
            sign(database, 9, "1.2.4", 1, "ann");
            withdraw(database, 10, "1.2.4", 1, "ann", 9);
            assess(database, 11, "1.2.5", 1, "bob", "1", true);
            sign(database, 12, "1.2.5", 1, "bob");
            // What was changed and changed back is not changed: the withdrawn statement does not count.
            assess(database, 13, "1.2.6", 2, "eve", "2", false);
            assess(database, 14, "1.2.6", 2, "eve", "5", true);
            withdraw(database, 15, "1.2.6", 2, "eve", 14);
            sign(database, 16, "1.2.6", 2, "eve");
            // A re-reading is blind to its end.
            assess(database, 17, "1.2.1", 4, "bob", "1", false);
            sign(database, 18, "1.2.1", 4, "bob");
            assertThat(opinions(database, ALL))
                    .containsExactly(
                            new ChangedOpinion("ann", new Proportion(1, 2)),
                            new ChangedOpinion("eve", new Proportion(0, 1)));
            assertThat(opinions(database, study("1.2.2")))
                    .as("of the report's findings only")
                    .containsExactly(new ChangedOpinion("ann", new Proportion(0, 1)));
        }
    }

    private static List<ChangedOpinion> opinions(TestDatabase.Opened database, ReportFilter filter) {
        return database.fromTransaction(em -> new StatisticsQuery(em, filter).opinions());
    }

    private static ReportFilter study(String uid) {
        return new ReportFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(uid),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void assess(
            TestDatabase.Opened database, long id, String study, int round, String reader, String code, boolean aiShown)
            throws SQLException {
        entry(database, id, study, round, "ASSESSMENT", reader, code, aiShown, "null");
    }

    private static void sign(TestDatabase.Opened database, long id, String study, int round, String reader)
            throws SQLException {
        entry(database, id, study, round, "SIGNATURE", reader, "READING", true, "null");
    }

    private static void withdraw(
            TestDatabase.Opened database, long id, String study, int round, String reader, long withdrawn)
            throws SQLException {
        entry(database, id, study, round, "WITHDRAWAL", reader, "", true, Long.toString(withdrawn));
    }

    private static void entry(
            TestDatabase.Opened database,
            long id,
            String study,
            int round,
            String kind,
            String reader,
            String code,
            boolean aiShown,
            String withdraws)
            throws SQLException {
        database.sql("insert into reading_entry (id, study_instance_uid, reading_round, kind, code, comment_text,"
                + " ai_shown, reader, withdraws, record_digest, recorded_at) values (%d, '%s', %d, '%s', '%s', '', %s, '%s',"
                        .formatted(id, study, round, kind, code, aiShown, reader)
                + " %s, 'x', current_timestamp)".formatted(withdraws));
    }

    @Test
    void a_plot_marks_what_chance_would_not_leave() {
        Tallies tallies = new Tallies();
        for (int month = 1; month <= 6; month++) {
            tallies.add(alike("MODALITY", month, ReportVerdict.CONFIRMED), month == 6 ? 50 : 95);
            tallies.add(alike("MODALITY", month, ReportVerdict.REJECTED), month == 6 ? 50 : 5);
        }
        Statistics statistics = statistics(tallies);
        assertThat(Plots.agreement(statistics, "agreement").marks())
                .filteredOn(Mark.Dot.class::isInstance)
                .extracting(Mark::kind)
                .containsExactly(DATA, DATA, DATA, DATA, DATA, OUTLIER);
        assertThat(Plots.scores(statistics, "scores"))
                .singleElement()
                .satisfies(plot -> assertThat(plot.marks())
                        .filteredOn(mark -> mark instanceof Mark.Bar bar && bar.height() > 0)
                        .hasSize(1));
    }

    private static Tallies.Alike alike(String device, int month, ReportVerdict verdict) {
        return new Tallies.Alike(
                "resnet18/1.0.0", "", device, "", "reader", YearMonth.of(2026, month), 3, true, verdict);
    }

    private static Statistics statistics(Tallies tallies) {
        return new Circumstances(new Silence(0, 0, 0, 0), List.of(), List.of(), List.of(), true)
                .statistics(tallies, Truth.UNKNOWN);
    }
}
