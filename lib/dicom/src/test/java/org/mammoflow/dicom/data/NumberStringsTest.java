package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStringsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.1, 0.1",
        "28.5, 28.5",
        "-2048, -2048",
        "0.3333333333333333, 0.33333333333333",
        "-0.3333333333333333, -0.3333333333333",
        "123456789012345678, 123456789012345680",
        "1e-7, 0.0000001",
        "1.2345678901234567e-12, 1.2345678901E-12",
        "1e300, 1E+300"
    })
    void fits_into_sixteen_characters_what_they_can_hold(double number, String expected) {
        String text = NumberStrings.format(number);

        assertThat(text.length()).isLessThanOrEqualTo(16);
        assertThat(Double.parseDouble(text))
                .isCloseTo(Double.parseDouble(expected), org.assertj.core.data.Percentage.withPercentage(1e-6));
    }

    @Test
    void reads_back_every_number_it_writes_to_nine_digits() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
            String text = NumberStrings.format(number);
            assertThat(text.length()).isLessThanOrEqualTo(16);
            assertThat(Math.abs(NumberStrings.decimal(text).orElseThrow() / number - 1))
                    .isLessThan(1e-8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1d", "0x10", "1e", "1e99999", "1,5", "--1", "1 2", "."})
    void takes_nothing_for_a_number_that_ds_does_not_allow(String text) {
        assertThat(NumberStrings.decimal(text)).isEmpty();
        assertThat(NumberStrings.integer(text)).isEmpty();
    }

    @Test
    void takes_whole_numbers_written_as_decimals() {
        assertThat(NumberStrings.integer("3328.0")).hasValue(3328);
        assertThat(NumberStrings.integer("+12")).hasValue(12);
        assertThat(NumberStrings.integer("1.5")).isEmpty();
    }

    @Test
    void has_no_decimal_string_for_what_is_not_finite() {
        assertThatThrownBy(() -> NumberStrings.format(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
