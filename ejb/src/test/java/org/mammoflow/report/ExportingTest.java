package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class ExportingTest {

    private static final int PAIRS = 300;
    private static final int MOST_FILES = 20;
    private static final ReportFilter ALL = new ReportFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Both findings of a pair are decided in one transaction: a file that shows one without the other shows no moment. */
    @ParameterizedTest
    @MethodSource("everyFormatOnEveryDatabase")
    void a_file_of_each_format_shows_one_moment_while_readers_decide(TestDatabase kind, ReportFormat format)
            throws Exception {
        try (TestDatabase.Opened database = pairs(kind)) {
            AtomicBoolean reading = new AtomicBoolean(true);
            AtomicInteger decided = new AtomicInteger();
            ExecutorService readers = Executors.newFixedThreadPool(2);
            List<Future<?>> work = Stream.of(0, 1)
                    .<Future<?>>map(reader -> readers.submit(() -> decide(database, reader, reading, decided)))
                    .toList();
            List<byte[]> files = new ArrayList<>();
            while (decided.get() < PAIRS && files.size() < MOST_FILES) {
                files.add(file(database, format));
            }
            reading.set(false);
            for (Future<?> each : work) {
                each.get();
            }
            readers.shutdown();
            assertThat(files).as("files made meanwhile").isNotEmpty();
            for (byte[] file : files) {
                Map<Long, ReportVerdict> verdicts = FileReading.verdicts(format, file);
                assertThat(verdicts).hasSize(2 * PAIRS);
                for (long pair = 1; pair <= PAIRS; pair++) {
                    assertThat(verdicts.get(2 * pair - 1)).isEqualTo(verdicts.get(2 * pair));
                }
            }
        }
    }

    static Stream<Arguments> everyFormatOnEveryDatabase() {
        return Stream.of(TestDatabase.values())
                .flatMap(kind -> Stream.of(ReportFormat.values()).map(format -> Arguments.of(kind, format)));
    }

    private static byte[] file(TestDatabase.Opened database, ReportFormat format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        database.inTransaction(em -> {
            try (Stream<ReportRow> rows = new ReportQuery(em, ALL).rows()) {
                OutputStream lines = format == ReportFormat.CSV ? file : OutputStream.nullOutputStream();
                ReportWriting.write(format, ReportTest.content(new FileTally(rows.iterator(), lines)), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return file.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void a_cancelled_file_stops_at_the_next_row(ReportFormat format) throws IOException {
        ExportProgress progress = new ExportProgress();
        Iterator<ReportRow> rows = Stream.generate(() -> ReportTest.row("x")).iterator();
        Iterator<ReportRow> cancelling = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ReportRow next() {
                if (progress.rows() == 25) {
                    progress.cancel();
                }
                return rows.next();
            }
        };
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FileTally tally = new FileTally(cancelling, file, progress);
        assertThatThrownBy(() -> ReportWriting.write(format, ReportTest.content(tally), file))
                .isInstanceOf(ExportCancelled.class)
                .hasMessageContaining("25 rows");
    }

    @Test
    void a_file_that_is_ready_goes_when_it_is_cancelled_and_can_be_fetched_once() throws IOException {
        ExportJob cancelled = new ExportJob("auditor", order());
        ReportFile first = made();
        cancelled.ready(first, Instant.EPOCH);
        assertThat(cancelled.state()).isInstanceOf(ExportState.Ready.class);
        cancelled.cancel(Instant.EPOCH);
        assertThat(cancelled.state()).isInstanceOf(ExportState.Cancelled.class);
        assertThat(cancelled.take()).isEmpty();
        assertThat(first.path()).doesNotExist();

        ExportJob late = new ExportJob("auditor", order());
        late.cancel(Instant.EPOCH);
        ReportFile second = made();
        late.ready(second, Instant.EPOCH);
        assertThat(late.state()).as("cancelled with its last row").isInstanceOf(ExportState.Cancelled.class);
        assertThat(second.path()).doesNotExist();

        ExportJob fetched = new ExportJob("auditor", order());
        fetched.ready(made(), Instant.EPOCH);
        ReportFile taken = fetched.take().orElseThrow();
        assertThat(fetched.take()).isEmpty();
        taken.open().close();
        assertThat(taken.path()).doesNotExist();
    }

    /** What an auditor cancels while the last pages are laid out was handed to nobody: the ledger must not count it. */
    @ParameterizedTest
    @EnumSource
    void a_file_that_is_cancelled_after_its_last_row_is_on_the_trail_as_cancelled_and_not_as_exported(
            TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            ExportProgress progress = new ExportProgress();
            List<Path> files = new ArrayList<>();
            ReportExporting exporting = new ReportExporting();
            exporting.callers = new Callers() {
                @Override
                public Caller current() {
                    return new Caller("auditor", "auditor", "", "");
                }
            };
            exporting.writing = new ReportWriting() {
                @Override
                public Written write(ExportOrder order, ExportProgress told, Path file) {
                    files.add(file);
                    told.row();
                    progress.cancel();
                    return new Written(new ReportSeal(1, "x"), new ReportTitle("all", "auditor", Instant.EPOCH, 0));
                }
            };
            exporting.recording = new ReportRecording() {
                @Override
                public void record(ExportOrder order, ReportWriting.Written written) {
                    throw new AssertionError("on the trail as exported");
                }
            };
            database.inTransaction(em -> {
                exporting.trail = TestTrail.of(em);
                assertThatThrownBy(() -> exporting.export(order(), progress)).isInstanceOf(ExportCancelled.class);
            });
            List<?> trail =
                    database.fromTransaction(em -> em.createNativeQuery("select action from audit_row", String.class)
                            .getResultList());
            assertThat(trail).isEqualTo(List.of("REPORT_CANCELLED"));
            assertThat(files).singleElement().satisfies(file -> assertThat(file).doesNotExist());
        }
    }

    private static ExportOrder order() {
        return new ExportOrder(ALL, ReportFormat.CSV, false);
    }

    private static ReportFile made() throws IOException {
        Path file = Files.writeString(Files.createTempFile("report-", ".csv"), "x");
        return new ReportFile("x.csv", ReportFormat.CSV, new ReportSeal(1, "x"), file);
    }

    private static Object decide(
            TestDatabase.Opened database, int reader, AtomicBoolean reading, AtomicInteger decided) {
        for (int pair = 1 + reader; pair <= PAIRS && reading.get(); pair += 2) {
            decide(database, pair);
            decided.incrementAndGet();
        }
        return null;
    }

    private static void decide(TestDatabase.Opened database, int pair) {
        try (Connection connection = database.database().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int finding = 2 * pair - 1; finding <= 2 * pair; finding++) {
                statement.executeUpdate("insert into review (id, finding_id, revision, verdict, reason, comment_text,"
                        + " reader, signed, record_digest, reviewed_at) values (%1$d, %1$d, 1, 'CONFIRMED', 'R', '', 'r',"
                                .formatted(finding)
                        + " false, 'x', current_timestamp)");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase.Opened pairs(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int id = 1; id <= 2 * PAIRS; id++) {
            Rows.instance(database, id, "1.2.3." + id, "1.2." + (id + 1) / 2, "2026-11-01");
            Rows.finding(database, id, id, 0.8);
        }
        return database;
    }
}
