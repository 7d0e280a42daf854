package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.platform.OneMoment;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

/**
 * Each transaction here brings one examination with everything that a report counts: an image, a finding, its review, a
 * reading that was signed, a re-reading, an outcome, and the trail's rows of all that. So in any one state all numbers of a
 * report are the same number.
 */
class OneMomentTest {

    private static final ReportFilter ALL = new ReportFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final int MOST = 400;
    private static final int SAMPLE = 10_000;
    private static final int AUDIT_ROWS = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("everyFormatOnEveryDatabase")
    void every_number_of_a_file_is_of_one_state_when_something_is_committed_before_each_question(
            TestDatabase kind, ReportFormat format) throws Exception {
        Examinations examinations = new Examinations();
        try (TestDatabase.Opened database = kind.open(examinations::oneMore)) {
            examinations.begin(database);
            Said said = said(database, format);
            assertThat(examinations.committed()).as("meanwhile").isGreaterThan(said.rows());
        }
    }

    @ParameterizedTest
    @MethodSource("everyFormatOnEveryDatabase")
    void every_number_of_a_file_is_of_one_state_while_others_write_without_pause(TestDatabase kind, ReportFormat format)
            throws Exception {
        Examinations examinations = new Examinations();
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService others = Executors.newSingleThreadExecutor();
        try (TestDatabase.Opened database = kind.open()) {
            examinations.begin(database);
            Future<?> work = others.submit(() -> {
                while (writing.get() && examinations.committed() < MOST) {
                    examinations.oneMore("");
                }
            });
            long last = 0;
            for (int file = 0; file < 5; file++) {
                Said said = said(database, format);
                assertThat(said.rows()).isGreaterThanOrEqualTo(last);
                last = said.rows();
            }
            writing.set(false);
            work.get();
        } finally {
            others.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_numbers_on_the_screen_are_of_one_state(TestDatabase kind) throws Exception {
        Examinations examinations = new Examinations();
        try (TestDatabase.Opened database = kind.open(examinations::oneMore)) {
            examinations.begin(database);
            Statistics told = database.fromTransaction(em -> {
                ReportStatistics statistics = new ReportStatistics();
                statistics.entityManager = em;
                return statistics.of(ALL);
            });
            long count = told.overall().counts().total();
            assertThat(examinations.committed()).isGreaterThan(count);
            assertThat(told.silence()).isEqualTo(new Silence(count, count, 0, 0));
            assertThat(told.readingTimes())
                    .singleElement()
                    .satisfies(time -> assertThat(time.cases()).isEqualTo(count));
            assertThat(told.changedOpinions()).isEqualTo(new Proportion(0, count));
            assertThat(told.truth().overall().networkItself().sensitivity()).isEqualTo(new Proportion(count, count));
            assertThat(told.rereads())
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.read()).isEqualTo(count));
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_holds_no_moment_is_told_what_is_committed_in_between(TestDatabase kind) throws Exception {
        Examinations examinations = new Examinations();
        try (TestDatabase.Opened database = kind.open()) {
            examinations.begin(database);
            database.inTransaction(em -> {
                StatisticsQuery query = new StatisticsQuery(em, ALL);
                examinations.oneMore("");
                long before = query.silence().received();
                examinations.oneMore("");
                assertThat(query.silence().received()).isEqualTo(before + 1);
            });
            database.inTransaction(em -> {
                OneMoment.hold(em);
                StatisticsQuery query = new StatisticsQuery(em, ALL);
                long before = query.silence().received();
                examinations.oneMore("");
                assertThat(query.silence().received()).isEqualTo(before);
                assertThat(query.rereads())
                        .singleElement()
                        .satisfies(sample -> assertThat(sample.read())
                                .as("of a table that was not asked before")
                                .isEqualTo(before));
            });
        }
    }

    static Stream<Arguments> everyFormatOnEveryDatabase() {
        return Stream.of(TestDatabase.values())
                .flatMap(kind -> Stream.of(ReportFormat.values()).map(format -> Arguments.of(kind, format)));
    }

    /** What a file says, all of it the same number. */
    private record Said(long rows) {}

    private Said said(TestDatabase.Opened database, ReportFormat format) throws Exception {
        Path file = folder.resolve("report");
        ReportSeal seal = database.fromTransaction(em -> {
            ReportMoment moment = new ReportMoment(em, new ExportOrder(ALL, format, false));
            ReportTitle title = new ReportTitle("all findings", "auditor", Instant.EPOCH, moment.auditRow());
            return moment.write(title, (named, told) -> "signed", new ExportProgress(), file);
        });
        byte[] bytes = Files.readAllBytes(file);
        long count = FileReading.verdicts(format, bytes).size();
        String text = FileReading.text(format, bytes);
        assertThat(seal.rows()).isEqualTo(count);
        assertThat(FileReading.verdicts(format, bytes).values()).containsOnly(ReportVerdict.CONFIRMED);
        assertThat(number(text, "state: after row ([0-9]+) of the audit trail")).isEqualTo(AUDIT_ROWS * count);
        if (format == ReportFormat.FHIR) {
            assertThat(number(text, "true sensitivity, counts\"},\"valueString\":\"([0-9]+) of"))
                    .isEqualTo(count);
            assertThat(number(text, "recalled, counts\"},\"valueString\":\"[0-9]+ of ([0-9]+)"))
                    .isEqualTo(count);
        } else {
            assertThat(number(text, "all: AI positive ([0-9]+) confirmed, 0 rejected, 0 uncertain, 0 open"))
                    .isEqualTo(count);
            assertThat(number(text, "images received: ([0-9]+);")).isEqualTo(count);
            assertThat(number(text, "with finding ([0-9]+);")).isEqualTo(count);
            assertThat(number(text, "time to read, radiologist: ([0-9]+) cases"))
                    .isEqualTo(count);
            assertThat(number(text, "opinions changed once the network was shown: [^()]*\\([^()]*, 0 of ([0-9]+)\\)"))
                    .isEqualTo(count);
            assertThat(number(text, "agreed negatives\\): read ([0-9]+), recalled"))
                    .isEqualTo(count);
            assertThat(number(text, "all networks: true sensitivity [^()]*\\([^()]*, ([0-9]+) of"))
                    .isEqualTo(count);
        }
        return new Said(count);
    }

    private static long number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return Long.parseLong(found.group(1));
    }

    /** Brings one examination after the other into a database, each in one transaction. */
    private static final class Examinations {

        private TestDatabase.Opened database;
        private long committed;
        private boolean busy;

        void begin(TestDatabase.Opened opened) throws SQLException {
            opened.sql(
                    "insert into reread_sample values (1, 7, %1$d, null, null, '\n4\n', %1$d, 'x', %1$d, 'auditor', current_timestamp)"
                            .formatted(SAMPLE));
            database = opened;
            oneMore("");
        }

        synchronized long committed() {
            return committed;
        }

        /** Another one, unless the database is being made or this is already bringing one. */
        synchronized void oneMore(String statement) {
            if (database == null || busy) {
                return;
            }
            busy = true;
            try {
                database.together(rows -> bring(rows, committed + 1));
                committed++;
            } catch (SQLException e) {
                throw new IllegalStateException("after " + statement, e);
            } finally {
                busy = false;
            }
        }

        private static void bring(TestDatabase.Opened rows, long id) throws SQLException {
            String study = "1.2." + id;
            Rows.instance(rows, id, "1.2.3." + id, study, "2026-11-01");
            Rows.finding(rows, id, id, 0.8);
            Rows.outcome(rows, id, study, true, "");
            audit(rows, AUDIT_ROWS * id - 1, "CASE_CLAIMED", "study", study);
            Rows.review(rows, id, 1, "CONFIRMED");
            entry(rows, 4 * id, study, 1, "ASSESSMENT", "4", false);
            entry(rows, 4 * id + 1, study, 1, "SIGNATURE", "READING", true);
            rows.sql("insert into reread_case values ('%s', 1, %d)".formatted(study, id));
            entry(rows, 4 * id + 2, study, 4, "ASSESSMENT", "4", false);
            entry(rows, 4 * id + 3, study, 4, "SIGNATURE", "READING", true);
            audit(rows, AUDIT_ROWS * id, "READING_SIGNED", "study", study);
        }

        private static void audit(TestDatabase.Opened rows, long seq, String action, String type, String object)
                throws SQLException {
            rows.sql(
                    ("insert into audit_row values (%d, current_timestamp, 'radiologist', 'r', '%s', '%s', '%s', '', '',"
                                    + " '', 'x', 'x', '', '')")
                            .formatted(seq, action, type, object));
            rows.sql("update audit_head set seq = %d".formatted(seq));
        }

        private static void entry(
                TestDatabase.Opened rows, long id, String study, int round, String kind, String code, boolean aiShown)
                throws SQLException {
            rows.sql("insert into reading_entry (id, study_instance_uid, reading_round, kind, code, comment_text,"
                    + " ai_shown, reader, record_digest, recorded_at) values (%d, '%s', %d, '%s', '%s', '', %s,"
                            .formatted(id, study, round, kind, code, aiShown)
                    + " 'radiologist', 'x', current_timestamp)");
        }
    }
}
