package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Role;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

/** A word of the site's vocabulary means for ever what it meant when something was stated with it. */
class VocabularyTest {

    private static final String CASE = "1.2.1";
    private static final AssessmentCategory ULTRASOUND = new AssessmentCategory("7", "look again by ultrasound");
    private static final AssessmentCategory TOMOGRAPHY = new AssessmentCategory("7", "look again by tomography");

    @ParameterizedTest
    @EnumSource
    void what_was_stated_with_a_category_keeps_its_words_when_it_is_taken_off_the_list(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = assessed(kind)) {
            assertThat(removed(database)).isEqualTo(new VocabularyOutcome.Done());
            assertThat(database.<Object>fromTransaction(em -> vocabulary(em).categories()))
                    .asList()
                    .doesNotContain(ULTRASOUND)
                    .hasSize(7);
            assertThat(database.<Object>fromTransaction(em -> vocabulary(em).category("7")))
                    .isEqualTo(Optional.of(ULTRASOUND));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_code_with_which_something_was_stated_gets_no_other_words(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = assessed(kind)) {
            assertThat(removed(database)).isEqualTo(new VocabularyOutcome.Done());
            assertThat(entered(database, TOMOGRAPHY)).isEqualTo(new VocabularyOutcome.Stated(ULTRASOUND));
            assertThat(database.<Object>fromTransaction(em -> vocabulary(em).offersCategory("7")))
                    .isEqualTo(false);
            assertThat(entered(database, new AssessmentCategory("7", " "))).isEqualTo(new VocabularyOutcome.Done());
            assertThat(database.<Object>fromTransaction(em -> vocabulary(em).categories()))
                    .asList()
                    .endsWith(ULTRASOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_code_with_which_nothing_was_stated_may_get_other_words(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            assertThat(entered(database, ULTRASOUND)).isEqualTo(new VocabularyOutcome.Done());
            assertThat(removed(database)).isEqualTo(new VocabularyOutcome.Done());
            assertThat(entered(database, TOMOGRAPHY)).isEqualTo(new VocabularyOutcome.Done());
            assertThat(database.<Object>fromTransaction(em -> vocabulary(em).category("7")))
                    .isEqualTo(Optional.of(TOMOGRAPHY));
        }
    }

    /** A study that was assessed with {@link #ULTRASOUND}. */
    private static TestDatabase.Opened assessed(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        Rows.readingCase(database, 1, false, 1, "2026-11-23 09:00:00+00");
        Rows.instance(database, 1, "1.2.3.1", CASE, "2026-11-01");
        Rows.finding(database, 1, 1, 0.8);
        assertThat(entered(database, ULTRASOUND)).isEqualTo(new VocabularyOutcome.Done());
        Object stated = database.fromTransaction(em -> {
            Desks desk = new Desks(em, "anna", Role.RADIOLOGIST);
            return desk.stating().assess(CASE, "7", "", desk.open(CASE).seen());
        });
        assertThat(stated).isInstanceOf(StatementOutcome.Recorded.class);
        return database;
    }

    private static Object entered(TestDatabase.Opened database, AssessmentCategory category) {
        return database.fromTransaction(em -> vocabulary(em).enterCategory(category));
    }

    private static Object removed(TestDatabase.Opened database) {
        return database.fromTransaction(em -> vocabulary(em).removeCategory("7", ULTRASOUND.seen()));
    }

    private static Vocabulary vocabulary(EntityManager entityManager) {
        return new Desks(entityManager, "root", Role.ADMIN).vocabulary();
    }
}
