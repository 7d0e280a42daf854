package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class RereadQueryTest {

    @ParameterizedTest
    @EnumSource
    void counts_what_is_signed_by_the_last_assessment_that_stands(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            database.sql("insert into reread_sample values (7, 42, 4, null, null, '\n4\n5\n', 90, 'x', 4, 'auditor',"
                    + " current_timestamp)");
            for (int study = 1; study <= 4; study++) {
                database.sql("insert into reread_case values ('1.2.%1$d', 7, %1$d)".formatted(study));
            }
            entry(database, 1, "1.2.1", 4, "ASSESSMENT", "2", null);
            entry(database, 2, "1.2.1", 4, "ASSESSMENT", "4", null);
            entry(database, 3, "1.2.1", 4, "SIGNATURE", "REREADING", null);
            entry(database, 4, "1.2.2", 4, "ASSESSMENT", "2", null);
            entry(database, 5, "1.2.2", 4, "ASSESSMENT", "5", null);
            entry(database, 6, "1.2.2", 4, "WITHDRAWAL", "", "5");
            entry(database, 7, "1.2.2", 4, "SIGNATURE", "REREADING", null);
            entry(database, 8, "1.2.3", 4, "ASSESSMENT", "5", null);
            entry(database, 9, "1.2.4", 1, "ASSESSMENT", "5", null);
            entry(database, 10, "1.2.4", 1, "SIGNATURE", "READING", null);
            Rows.outcome(database, 1, "1.2.1", true, "");
            Rows.outcome(database, 2, "1.2.2", false, "");
            Rows.outcome(database, 3, "1.2.3", true, "");

            List<RereadResult> results = database.fromTransaction(em -> new RereadQuery(em).results());
            assertThat(results).singleElement().satisfies(result -> {
                assertThat(result.population()).isEqualTo(90);
                assertThat(result.drawn()).isEqualTo(4);
                assertThat(result.recalledShare()).isEqualTo(new Proportion(1, 2));
                assertThat(result.cancers()).as("among those that were read").isEqualTo(1);
                assertThat(result.cancersRecalled()).isEqualTo(1);
            });
            List<RereadCase> cases = database.fromTransaction(em -> new RereadQuery(em).cases(7));
            assertThat(cases)
                    .containsExactly(
                            new RereadCase(1, "1.2.1", "another", "4", true, "CANCER"),
                            new RereadCase(2, "1.2.2", "another", "2", false, "NO_CANCER"),
                            new RereadCase(3, "1.2.3", "", "", false, "CANCER"),
                            new RereadCase(4, "1.2.4", "", "", false, ""));
        }
    }

    private static void entry(
            TestDatabase.Opened database, int id, String study, int round, String kind, String code, String withdraws)
            throws SQLException {
        database.sql("insert into reading_entry (id, study_instance_uid, reading_round, kind, code, comment_text,"
                + " withdraws, ai_shown, reader, record_digest, recorded_at) values (%d, '%s', %d, '%s', '%s', '', %s, false,"
                        .formatted(id, study, round, kind, code, withdraws)
                + " 'another', 'x', current_timestamp)");
    }
}
