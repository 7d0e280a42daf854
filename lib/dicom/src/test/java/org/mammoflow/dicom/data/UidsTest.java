package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UidsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "1.2.840.10008.1.1", "2.25.0", "1.0.1"})
    void takes_digits_and_single_dots(String uid) {
        assertThat(Uids.isValid(uid)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".1", "1..2", "1.02", "1.2a", "1.2 ", "1.2\n", "1.2\0", "../1", "/1", "1.２"})
    void refuses_everything_else(String uid) {
        assertThat(Uids.isValid(uid)).isFalse();
    }

    @Test
    void takes_64_characters_and_no_more() {
        assertThat(Uids.isValid("1." + "1".repeat(62))).isTrue();
        assertThat(Uids.isValid("1." + "1".repeat(63))).isFalse();
    }

    @Test
    void makes_new_ones_that_are_valid_and_never_the_same() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String uid = Uids.newUid();
            assertThat(Uids.isValid(uid)).isTrue();
            assertThat(uid).startsWith("2.25.");
            assertThat(made.add(uid)).isTrue();
        }
    }
}
