package org.mammoflow.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.outcome.LineFault.Kind;

class OutcomeFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String HEADINGS = "study_instance_uid,outcome,basis,image_laterality,outcome_date\n";

    @Test
    void headings_stand_in_any_order_and_values_may_be_quoted() {
        OutcomeFile file = read("basis,outcome_date,\"outcome\",accession_number\nBIOPSY,2026-11-20,cancer,\"A,1\"\n");
        assertThat(file.faults()).isEmpty();
        assertThat(file.lines())
                .containsExactly(new OutcomeLine(2, "", "A,1", true, Basis.BIOPSY, "", "", LocalDate.of(2026, 11, 20)));
    }

    @Test
    void a_density_may_stand_beside_the_outcome() {
        String headings = "study_instance_uid,outcome,basis,breast_density,outcome_date\n";
        OutcomeFile file = read(headings + "1.2.3,NO_CANCER,FOLLOW_UP,c,2026-11-20\n");
        assertThat(file.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.breastDensity()).isEqualTo("C"));
        assertThat(read(headings + "1.2.3,NO_CANCER,FOLLOW_UP,E,2026-11-20\n").faults())
                .containsExactly(new LineFault(2, "breast_density", Kind.NOT_A_DENSITY));
    }

    @Test
    void a_spreadsheet_of_another_country_is_read_too() {
        OutcomeFile file =
                read("\uFEFF" + HEADINGS.replace(',', ';') + "1.2.3;NO_CANCER;FOLLOW_UP;;2026-11-20\r\n\r\n");
        assertThat(file.faults()).isEmpty();
        assertThat(file.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'1.2.3,MAYBE,BIOPSY,,2026-11-20', outcome, NOT_AN_OUTCOME",
        "'1.2.3,CANCER,GUESS,,2026-11-20', basis, NOT_A_BASIS",
        "'1.2.3,CANCER,BIOPSY,X,2026-11-20', image_laterality, NOT_A_SIDE",
        "'1.2.3,NO_CANCER,BIOPSY,L,2026-11-20', image_laterality, SIDE_WITHOUT_CANCER",
        "'1.2.3,CANCER,BIOPSY,L,20.11.2026', outcome_date, NOT_A_DAY",
        "'1.2.3,CANCER,BIOPSY,L,2026-02-30', outcome_date, NOT_A_DAY",
        "'1.2.3,CANCER,BIOPSY,L,2026-11-27', outcome_date, DAY_IN_THE_FUTURE",
        "'1.2.03,CANCER,BIOPSY,L,2026-11-20', study_instance_uid, NOT_A_UID",
        "'patient 7,CANCER,BIOPSY,L,2026-11-20', study_instance_uid, NOT_A_UID",
        "',CANCER,BIOPSY,L,2026-11-20', '', NO_STUDY_NAMED",
        "'1.2.3,CANCER,BIOPSY,2026-11-20', '', WRONG_NUMBER_OF_VALUES"
    })
    void each_wrong_value_is_named_by_line_and_column(String line, String column, Kind kind) {
        OutcomeFile file = read(HEADINGS + "1.2.9,CANCER,BIOPSY,L,2026-11-20\n" + line + "\n");
        assertThat(file.faults()).containsExactly(new LineFault(3, column, kind));
    }

    @Test
    void all_faults_of_a_file_are_told_at_once() {
        OutcomeFile file = read(HEADINGS + "1.2.3,MAYBE,GUESS,L,tomorrow\n1.2.4,CANCER,BIOPSY,Q,2026-11-20\n");
        assertThat(file.faults())
                .extracting(LineFault::line, LineFault::kind)
                .containsExactly(
                        tuple(2, Kind.NOT_AN_OUTCOME),
                        tuple(2, Kind.NOT_A_BASIS),
                        tuple(2, Kind.NOT_A_DAY),
                        tuple(3, Kind.NOT_A_SIDE));
    }

    @Test
    void wrong_headings_are_named_and_no_line_is_read() {
        OutcomeFile file = read("study_instance_uid,outcome,outcome,diagnosis,basis\n1.2.3,CANCER,CANCER,x,BIOPSY\n");
        assertThat(file.lines()).isEmpty();
        assertThat(file.faults())
                .containsExactlyInAnyOrder(
                        new LineFault(1, "outcome", Kind.DOUBLE_COLUMN),
                        new LineFault(1, "column 4", Kind.UNKNOWN_COLUMN),
                        new LineFault(1, "outcome_date", Kind.MISSING_COLUMN));
    }

    @Test
    void a_fault_never_repeats_what_stood_in_the_file() {
        OutcomeFile file = read("Example^Mary,1970-01-01\nExample^Anne,CANCER,BIOPSY,L,2026-11-20\n");
        assertThat(file.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.words()).doesNotContain("Example", "1970"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void another_encoding_is_refused_by_line(String encoding) {
        String text = HEADINGS + "1.2.3,CANCER,BIOPSY,L,2026-11-20\nBrüstle,CANCER,BIOPSY,L,2026-11-20\n";
        OutcomeFile file = OutcomeFile.read(text.getBytes(Charset.forName(encoding)), TODAY);
        assertThat(file.lines()).isEmpty();
        assertThat(file.faults()).isNotEmpty().extracting(LineFault::kind).containsOnly(Kind.NOT_UTF_8);
        assertThat(file.faults()).extracting(LineFault::line).contains(3);
    }

    @Test
    void a_broken_quotation_is_refused_with_its_line() {
        OutcomeFile file = read(HEADINGS + "1.2.3,\"CANCER\"x,BIOPSY,L,2026-11-20\n");
        assertThat(file.faults()).containsExactly(new LineFault(2, "", Kind.BROKEN_LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", HEADINGS})
    void a_file_without_lines_is_refused(String text) {
        assertThat(read(text).faults()).isNotEmpty();
    }

    private static OutcomeFile read(String text) {
        return OutcomeFile.read(text.getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
