package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Role;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class CaseKeepingTest {

    private static final String CASE = "1.2.1";
    private static final Opinion AGREED = new Opinion(Verdict.CONFIRMED, "", "");

    @ParameterizedTest
    @EnumSource
    void a_case_has_the_band_of_its_undecided_findings_and_once_all_are_decided_of_all(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            Rows.readingCase(database, 1, false, 3, "2026-11-23 09:00:00+00");
            for (int id = 1; id <= 2; id++) {
                Rows.instance(database, id, "1.2.3." + id, CASE, "2026-11-01");
            }
            Rows.finding(database, 1, 1, 0.8);
            Rows.finding(database, 2, 2, 0.1);

            at(database, desk -> desk.reviewing().review(1, AGREED));
            assertThat(band(database)).isEqualTo(CaseBand.LOW);
            at(database, desk -> desk.reviewing().review(2, AGREED));
            assertThat(band(database)).isEqualTo(CaseBand.HIGH);
        }
    }

    private static CaseBand band(TestDatabase.Opened database) {
        return at(database, desk -> desk.open(CASE).summary().band());
    }

    private static <T> T at(TestDatabase.Opened database, Function<Desks, T> work) {
        return database.fromTransaction(em -> work.apply(new Desks(em, "anna", Role.RADIOLOGIST)));
    }
}
