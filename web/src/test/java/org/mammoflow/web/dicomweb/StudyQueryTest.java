package org.mammoflow.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mammoflow.instance.StudyKeys;

class StudyQueryTest {

    @Test
    void a_key_may_be_named_by_keyword_or_tag() {
        assertThat(query(Map.of("PatientID", "4711")).keys().patientId()).contains("4711");
        assertThat(query(Map.of("00100020", "4711")).keys().patientId()).contains("4711");
        assertThat(query(Map.of("0020000d", "1.2.3")).keys().studyInstanceUid()).contains("1.2.3");
    }

    @Test
    void an_empty_key_or_a_lone_star_matches_everything() {
        assertThat(query(Map.of("PatientName", "*", "PatientID", "")).keys())
                .isEqualTo(query(Map.of()).keys());
    }

    @Test
    void a_date_may_be_a_day_or_a_range_with_an_open_end() {
        LocalDate day = LocalDate.of(2026, 9, 21);
        StudyKeys oneDay = query(Map.of("StudyDate", "20260921")).keys();
        StudyKeys since = query(Map.of("StudyDate", "20260921-")).keys();
        StudyKeys until = query(Map.of("StudyDate", "-20260921")).keys();
        assertThat(oneDay.studyDateFrom()).contains(day);
        assertThat(oneDay.studyDateTo()).contains(day);
        assertThat(since.studyDateFrom()).contains(day);
        assertThat(since.studyDateTo()).isEmpty();
        assertThat(until.studyDateFrom()).isEmpty();
        assertThat(until.studyDateTo()).contains(day);
    }

    @Test
    void what_is_no_date_and_no_number_is_refused_with_its_rule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query(Map.of("StudyDate", "yesterday")).keys())
                .withMessage("StudyDate must be YYYYMMDD or a range of two");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> query(Map.of("StudyDate", "20260922-20260921")).keys())
                .withMessageContaining("must not lie before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query(Map.of("limit", "-1")).limit());
    }

    @Test
    void a_page_has_a_hundred_studies_unless_asked_otherwise() {
        assertThat(query(Map.of()).limit()).isEqualTo(100);
        assertThat(query(Map.of("limit", "7", "offset", "14")).limit()).isEqualTo(7);
        assertThat(query(Map.of("limit", "7", "offset", "14")).offset()).isEqualTo(14);
    }

    private static StudyQuery query(Map<String, String> parameters) {
        return new StudyQuery(new MultivaluedHashMap<>(parameters));
    }
}
