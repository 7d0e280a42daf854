package org.mammoflow.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.outcome.LineFault.Kind;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class OutcomeImportingTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);
    private static final String HEADINGS =
            "study_instance_uid,accession_number,outcome,basis,image_laterality,outcome_date\n";
    private static final String FIRST = "1.2.1,,CANCER,BIOPSY,L,2026-11-20\n";
    private static final String SECOND = ",A2,NO_CANCER,FOLLOW_UP,,2026-11-21\n";

    @ParameterizedTest
    @EnumSource
    void a_file_comes_in_as_a_whole_and_each_study_is_on_the_trail(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = studies(kind)) {
            ImportOutcome outcome = imported(database, HEADINGS + FIRST + SECOND);
            assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Imported.class, in -> {
                assertThat(in.file().stated()).isEqualTo(2);
                assertThat(in.file().added()).isEqualTo(2);
                assertThat(in.file().importedBy()).isEqualTo("auditor");
            });
            assertThat(count(database, "select count(*) from study_outcome where cancer and image_laterality = 'L'"))
                    .isEqualTo(1);
            assertThat(count(database, "select count(*) from study_outcome where study_instance_uid = '1.2.2'"))
                    .isEqualTo(1);
            assertThat(count(database, "select count(*) from audit_row where action = 'OUTCOME_RECORDED'"))
                    .isEqualTo(2);
            assertThat(count(database, "select count(*) from audit_row where action = 'OUTCOMES_IMPORTED'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_file_again_adds_nothing(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = studies(kind)) {
            imported(database, HEADINGS + FIRST + SECOND);
            assertThat(imported(database, HEADINGS + FIRST + SECOND)).isInstanceOf(ImportOutcome.AlreadyImported.class);
            assertThat(count(database, "select count(*) from study_outcome")).isEqualTo(2);
            assertThat(count(database, "select count(*) from outcome_file")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_file_adds_only_what_it_says_anew(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = studies(kind)) {
            imported(database, HEADINGS + FIRST + SECOND);
            ImportOutcome outcome = imported(database, HEADINGS + FIRST + ",A2,CANCER,BIOPSY,R,2026-11-25\n");
            assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Imported.class, in -> {
                assertThat(in.file().added()).isZero();
                assertThat(in.file().changed()).isEqualTo(1);
                assertThat(in.file().known()).isEqualTo(1);
            });
            assertThat(count(database, "select count(*) from study_outcome where revision = 2"))
                    .isEqualTo(1);
            assertThat(count(
                            database,
                            "select count(*) from audit_row where action = 'OUTCOME_RECORDED'"
                                    + " and before_digest <> '' and before_digest <> after_digest"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_wrong_line_keeps_the_whole_file_out_and_the_refusal_is_on_the_trail(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = studies(kind)) {
            ImportOutcome outcome = imported(
                    database,
                    HEADINGS + FIRST
                            + "1.2.77,,CANCER,BIOPSY,L,2026-11-20\n"
                            + "1.2.1,,CANCER,BIOPSY,L,2026-11-20\n"
                            + "1.2.2,A1,CANCER,BIOPSY,L,2026-11-20\n"
                            + "1.2.3,,CANCER,BIOPSY,L,2026-10-31\n"
                            + ",TWICE,CANCER,BIOPSY,L,2026-11-20\n"
                            + "1.2.4,,CANCER,BIOPSY,L,2026-13-01\n");
            assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Refused.class, refused -> {
                assertThat(refused.all()).isEqualTo(6);
                assertThat(refused.faults())
                        .containsExactly(
                                new LineFault(3, "study_instance_uid", Kind.UNKNOWN_STUDY),
                                new LineFault(4, "", Kind.STUDY_TWICE),
                                new LineFault(5, "accession_number", Kind.STUDY_CONTRADICTION),
                                new LineFault(6, "outcome_date", Kind.DAY_BEFORE_THE_STUDY),
                                new LineFault(7, "accession_number", Kind.SEVERAL_STUDIES),
                                new LineFault(8, "outcome_date", Kind.NOT_A_DAY));
            });
            assertThat(count(database, "select count(*) from study_outcome")).isZero();
            assertThat(count(database, "select count(*) from outcome_file")).isZero();
            assertThat(count(database, "select count(*) from audit_row where action = 'OUTCOMES_REFUSED'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_too_large_is_not_read(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = studies(kind)) {
            assertThat(imported(database, HEADINGS + FIRST + "\n".repeat(OutcomeImporting.MOST_BYTES)))
                    .isInstanceOf(ImportOutcome.TooLarge.class);
            assertThat(count(database, "select count(*) from study_outcome")).isZero();
        }
    }

    private static TestDatabase.Opened studies(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int i = 1; i <= 6; i++) {
            Rows.instance(database, i, "1.2.3." + i, "1.2." + i, "2026-11-01");
            String accession = i <= 4 ? "A" + i : "TWICE";
            database.sql("update stored_instance set accession_number = '%s' where id = %d".formatted(accession, i));
        }
        return database;
    }

    private static ImportOutcome imported(TestDatabase.Opened database, String text) {
        return database.fromTransaction(em -> {
            OutcomeImporting importing = new OutcomeImporting();
            importing.entityManager = em;
            importing.trail = TestTrail.of(em);
            importing.clock = NOW;
            importing.callers = new Callers() {
                @Override
                public Caller current() {
                    return new Caller("auditor", "auditor", "", "");
                }
            };
            try {
                return importing.importFrom(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static long count(TestDatabase.Opened database, String sql) {
        return database.fromTransaction(
                em -> ((Number) em.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
