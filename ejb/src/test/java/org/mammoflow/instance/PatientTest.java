package org.mammoflow.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is somebody else: what decides whether an image belongs to its study. */
class PatientTest {

    private static final LocalDate BORN = LocalDate.of(1960, 1, 2);

    @Test
    void another_id_issuer_or_birth_date_is_another_person() {
        Patient anna = patient("1", "here", "ANNA", BORN);
        assertThat(anna.contradicts(patient("2", "here", "ANNA", BORN))).isTrue();
        assertThat(anna.contradicts(patient("1", "there", "ANNA", BORN))).isTrue();
        assertThat(anna.contradicts(patient("1", "here", "ANNA", BORN.plusDays(1))))
                .isTrue();
    }

    @Test
    void a_name_spelled_anew_or_a_value_left_out_is_no_contradiction() {
        Patient anna = patient("1", "here", "ANNA", BORN);
        assertThat(anna.contradicts(patient("1", "here", "ANNE", BORN))).isFalse();
        assertThat(anna.contradicts(patient("1", null, "ANNA", null))).isFalse();
        assertThat(patient(null, null, null, null).contradicts(anna)).isFalse();
    }

    private static Patient patient(String id, String issuer, String name, LocalDate born) {
        return new Patient(
                Optional.ofNullable(id),
                Optional.ofNullable(issuer),
                Optional.ofNullable(name),
                Optional.ofNullable(born));
    }
}
