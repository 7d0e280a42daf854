package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.platform.TestDatabase;

/** A prior is of the same person and earlier, or there is none: another woman's images beside a case would mislead. */
class PriorStudyTest {

    @ParameterizedTest
    @EnumSource
    void the_prior_is_the_latest_earlier_study_of_the_same_person(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            study(database, 1, "'HOSPITAL'", "1960-01-01", "2022-05-01");
            study(database, 2, "'HOSPITAL'", "1960-01-01", "2024-05-01");
            study(database, 3, "'HOSPITAL'", "1960-01-01", "2026-05-01");
            study(database, 4, "'ELSEWHERE'", "1960-01-01", "2025-05-01");
            study(database, 5, "'HOSPITAL'", "1970-01-01", "2025-05-01");
            study(database, 6, "null", "1960-01-01", "2025-05-01");
            study(database, 7, "null", "1960-01-01", "2025-06-01");

            assertThat(priorOf(database, 3)).hasValue("1.2.2");
            assertThat(priorOf(database, 2)).hasValue("1.2.1");
            assertThat(priorOf(database, 1)).isEmpty();
            assertThat(priorOf(database, 7)).as("no issuer on either").hasValue("1.2.6");
        }
    }

    private static Optional<String> priorOf(TestDatabase.Opened database, int study) {
        return database.fromTransaction(entityManager -> {
            ReadingRoom readingRoom = new ReadingRoom();
            readingRoom.entityManager = entityManager;
            return readingRoom.prior("1.2." + study);
        });
    }

    private static void study(TestDatabase.Opened database, int id, String issuer, String born, String date)
            throws SQLException {
        database.sql("insert into reading_case (id, study_instance_uid, patient_id, issuer_of_patient_id,"
                + " patient_birth_date, study_date, calling_ae_title, state, urgent, band_rank, first_received_at, turn_at,"
                + " open_findings, decided_findings, without_opinion, version) values"
                + " (%d, '1.2.%d', 'P1', %s, date '%s', date '%s', 'MODALITY', 'OPEN', false, 0,"
                        .formatted(id, id, issuer, born, date)
                + " current_timestamp, current_timestamp, 0, 0, 0, 0)");
    }
}
