package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class TruthTest {

    private static final ReportFilter ALL = filter(Optional.empty());

    @ParameterizedTest
    @EnumSource
    void accuracy_is_counted_by_examination_against_what_became_of_it(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = examinations(kind)) {
            Truth truth = truth(database, ALL);
            assertThat(truth.networks()).singleElement().satisfies(line -> {
                assertThat(line.network()).isEqualTo("resnet18/1.0.0");
                assertThat(line.networkItself()).isEqualTo(new Accuracy(2, 2, 1, 1, 0));
                assertThat(line.readers()).isEqualTo(new Accuracy(2, 1, 1, 1, 1));
                assertThat(line.networkItself().sensitivity()).isEqualTo(new Proportion(2, 4));
                assertThat(line.networkItself().specificity()).isEqualTo(new Proportion(1, 2));
                assertThat(line.readers().sensitivity()).isEqualTo(new Proportion(2, 3));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_screen_and_the_rows_of_a_file_say_the_same(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = examinations(kind)) {
            assertThat(ofRows(database, ALL)).isEqualTo(truth(database, ALL));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_last_statement_about_an_examination_counts(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = examinations(kind)) {
            Rows.outcomeAgain(database, 50, "1.2.5", true, "");
            assertThat(truth(database, ALL).overall().networkItself()).isEqualTo(new Accuracy(3, 2, 1, 0, 0));
            assertThat(ofRows(database, ALL)).isEqualTo(truth(database, ALL));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_chooses_verdicts_is_told_no_accuracy(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = examinations(kind)) {
            ReportFilter confirmed = filter(Optional.of(ReportVerdict.CONFIRMED));
            Statistics statistics = database.fromTransaction(em -> {
                ReportStatistics report = new ReportStatistics();
                report.entityManager = em;
                return report.of(confirmed);
            });
            assertThat(statistics.truth().isKnown()).isFalse();
        }
    }

    /**
     * Six examinations with known outcome of two images, left and right, and one of unknown outcome. By number: 1 found by
     * both, 2 by nobody, 3 on the wrong side by the network and on the right one by the readers, 4 by the network, readers
     * uncertain; without cancer 5 called positive by both, 6 by nobody.
     */
    private static TestDatabase.Opened examinations(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        double[][] malignancies = {
            {0.8, 0.1}, {0.1, 0.1}, {0.1, 0.8}, {0.8, 0.1}, {0.1, 0.9}, {0.2, 0.1}, {0.9, 0.9},
        };
        String[][] verdicts = {
            {"CONFIRMED", "CONFIRMED"},
            {"CONFIRMED", "CONFIRMED"},
            {"REJECTED", "REJECTED"},
            {"UNCERTAIN", "CONFIRMED"},
            {"CONFIRMED", "CONFIRMED"},
            {"CONFIRMED", "CONFIRMED"},
            {"CONFIRMED", "CONFIRMED"},
        };
        for (int study = 1; study <= 7; study++) {
            for (int side = 0; side < 2; side++) {
                int id = study * 10 + side;
                Rows.instance(database, id, "1.2.3." + id, "1.2." + study, "2026-11-01");
                database.sql("update stored_instance set image_laterality = '%s' where id = %d"
                        .formatted(side == 0 ? "L" : "R", id));
                Rows.finding(database, id, id, malignancies[study - 1][side]);
                Rows.review(database, id, 1, verdicts[study - 1][side]);
            }
        }
        Rows.outcome(database, 1, "1.2.1", true, "L");
        Rows.outcome(database, 2, "1.2.2", true, "");
        Rows.outcome(database, 3, "1.2.3", true, "L");
        Rows.outcome(database, 4, "1.2.4", true, "B");
        Rows.outcome(database, 5, "1.2.5", false, "");
        Rows.outcome(database, 6, "1.2.6", false, "");
        return database;
    }

    private static Truth truth(TestDatabase.Opened database, ReportFilter filter) {
        return database.fromTransaction(em -> new TruthQuery(em, filter).truth());
    }

    private static Truth ofRows(TestDatabase.Opened database, ReportFilter filter) {
        return database.fromTransaction(em -> {
            try (Stream<ReportRow> rows = new ReportQuery(em, filter).rows()) {
                FileTally tally = new FileTally(rows.iterator());
                tally.forEachRemaining(row -> {});
                return tally.statistics(
                                new Circumstances(new Silence(0, 0, 0, 0), List.of(), List.of(), List.of(), true))
                        .truth();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ReportFilter filter(Optional<ReportVerdict> verdict) {
        return new ReportFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), verdict);
    }
}
