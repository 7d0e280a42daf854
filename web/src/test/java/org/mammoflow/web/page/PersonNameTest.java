package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of PS3.5 6.2.1.2 and annexes H, I, K. */
class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Adams^John Robert Quincy^^Rev.^B.A. M.Div. | Adams, Rev. John Robert Quincy, B.A. M.Div.",
                "Morrison-Jones^Susan^^^Ph.D., Chief Executive Officer | \"Morrison-Jones, Susan, Ph.D., Chief Executive Officer\"",
                "Doe^John | Doe, John",
                "Buc^Jérôme | Buc, Jérôme",
                "قباني^لنزار | قباني, لنزار",
                "Люкceмбypг | Люкceмбypг",
                "Smith | Smith",
                "^Ann | Ann",
            },
            delimiter = '|')
    void shows_the_alphabetic_group_family_name_first(String value, String shown) {
        assertThat(PersonName.of(value)).isEqualTo(new PersonName(shown, "", ""));
    }

    @Test
    void shows_the_ideographic_group_beside_the_alphabetic_one() {
        assertThat(PersonName.of("Yamada^Tarou=山田^太郎=やまだ^たろう"))
                .isEqualTo(new PersonName("Yamada, Tarou", "山田 太郎", "やまだ たろう"));
    }

    @Test
    void shows_the_ideographic_group_when_there_is_no_alphabetic_one() {
        assertThat(PersonName.of("=김^희중=김^희중")).isEqualTo(new PersonName("김 희중", "", "김 희중"));
    }

    @Test
    void shows_the_phonetic_group_when_there_is_no_other() {
        assertThat(PersonName.of("==やまだ")).isEqualTo(new PersonName("やまだ", "", ""));
    }

    @ParameterizedTest
    @CsvSource({"''", "^^^^", "=", "==", "' '"})
    void is_empty_when_nothing_is_given(String value) {
        assertThat(PersonName.of(value).main()).isEmpty();
    }

    @Test
    void keeps_markup_and_expressions_as_the_text_that_they_are() {
        assertThat(PersonName.of("<script>alert(1)</script>^#{7*7}").main())
                .isEqualTo("<script>alert(1)</script>, #{7*7}");
    }
}
