package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Role;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

/** A third reader is called when two do not say the same, and where the site wants it, when one contradicts the network. */
class AgreementTest {

    private static final String CASE = "1.2.1";
    private static final String RIGHT = "1.2.3.1";
    private static final String LEFT = "1.2.3.2";
    private static final String LEFT_AGAIN = "1.2.3.3";
    private static final Opinion AGREED = new Opinion(Verdict.CONFIRMED, "", "");
    private static final Opinion DOUBTED = new Opinion(Verdict.UNCERTAIN, "", "");
    private static final Opinion REJECTED = new Opinion(Verdict.REJECTED, "OTHER", "");

    @ParameterizedTest
    @EnumSource
    void who_rejects_what_the_network_stated_is_arbitrated_where_the_site_says_so(TestDatabase kind)
            throws SQLException {
        assertThat(afterOne(kind, "READERS_AND_AI", REJECTED)).isEqualTo(CaseState.ARBITRATION);
        assertThat(afterOne(kind, "READERS", REJECTED)).isEqualTo(CaseState.FINAL);
    }

    @ParameterizedTest
    @EnumSource
    void who_says_that_the_network_missed_something_is_arbitrated_where_the_site_says_so(TestDatabase kind)
            throws SQLException {
        assertThat(afterOne(kind, "READERS_AND_AI", AGREED, LEFT)).isEqualTo(CaseState.ARBITRATION);
        assertThat(afterOne(kind, "READERS", AGREED, LEFT)).isEqualTo(CaseState.FINAL);
    }

    @ParameterizedTest
    @EnumSource
    void who_agrees_with_the_network_or_cannot_tell_is_arbitrated_by_nobody(TestDatabase kind) throws SQLException {
        assertThat(afterOne(kind, "READERS_AND_AI", AGREED)).isEqualTo(CaseState.FINAL);
        assertThat(afterOne(kind, "READERS_AND_AI", DOUBTED)).isEqualTo(CaseState.FINAL);
    }

    @ParameterizedTest
    @EnumSource
    void two_readers_who_agree_against_the_network_are_arbitrated_where_the_site_says_so(TestDatabase kind)
            throws SQLException {
        assertThat(afterTwo(kind, "READERS_AND_AI", desk -> decide(desk, REJECTED), desk -> decide(desk, REJECTED)))
                .isEqualTo(CaseState.ARBITRATION);
        assertThat(afterTwo(kind, "READERS", desk -> decide(desk, REJECTED), desk -> decide(desk, REJECTED)))
                .isEqualTo(CaseState.FINAL);
    }

    @ParameterizedTest
    @EnumSource
    void two_readers_who_miss_something_in_different_breasts_do_not_agree(TestDatabase kind) throws SQLException {
        assertThat(afterTwo(kind, "READERS", desk -> miss(desk, RIGHT), desk -> miss(desk, LEFT)))
                .isEqualTo(CaseState.ARBITRATION);
        assertThat(afterTwo(kind, "READERS", desk -> miss(desk, LEFT), desk -> decide(desk, AGREED)))
                .isEqualTo(CaseState.ARBITRATION);
        assertThat(afterTwo(kind, "READERS", desk -> miss(desk, LEFT), desk -> miss(desk, LEFT_AGAIN)))
                .as("one breast, marked on either of its views")
                .isEqualTo(CaseState.FINAL);
    }

    @ParameterizedTest
    @EnumSource
    void two_readers_who_want_different_views_again_do_not_agree(TestDatabase kind) throws SQLException {
        assertThat(afterTwo(kind, "READERS", desk -> recall(desk, RIGHT), desk -> recall(desk, LEFT)))
                .isEqualTo(CaseState.ARBITRATION);
        assertThat(afterTwo(kind, "READERS", desk -> recall(desk, LEFT), desk -> recall(desk, LEFT)))
                .isEqualTo(CaseState.FINAL);
    }

    private static CaseState afterOne(TestDatabase kind, String arbitration, Opinion opinion, String... missed)
            throws SQLException {
        try (TestDatabase.Opened database = threeViews(kind, 1, arbitration)) {
            return read(database, "anna", desk -> {
                decide(desk, opinion);
                List.of(missed).forEach(image -> mark(desk, image));
            });
        }
    }

    private static CaseState afterTwo(
            TestDatabase kind, String arbitration, Consumer<Desks> first, Consumer<Desks> second) throws SQLException {
        try (TestDatabase.Opened database = threeViews(kind, 2, arbitration)) {
            assertThat(read(database, "anna", first)).isEqualTo(CaseState.OPEN);
            return read(database, "berta", second);
        }
    }

    private static void miss(Desks desk, String image) {
        decide(desk, AGREED);
        mark(desk, image);
    }

    private static void recall(Desks desk, String image) {
        decide(desk, AGREED);
        assertThat((Object) desk.stating().recallTechnically(CASE, image, "OTHER", "", CaseSeen.ANYTHING))
                .isInstanceOf(StatementOutcome.Recorded.class);
    }

    private static void decide(Desks desk, Opinion opinion) {
        assertThat((Object) desk.reviewing().review(1, opinion)).isInstanceOf(ReviewOutcome.Recorded.class);
    }

    private static void mark(Desks desk, String image) {
        assertThat((Object) desk.stating().missed(CASE, image, new PixelMark(1, 2), "", CaseSeen.ANYTHING))
                .isInstanceOf(StatementOutcome.Recorded.class);
    }

    /** States, assesses and signs; what the case needs then. */
    private static CaseState read(TestDatabase.Opened database, String reader, Consumer<Desks> statements) {
        at(database, reader, desk -> {
            statements.accept(desk);
            return desk.stating().assess(CASE, "2", "", CaseSeen.ANYTHING);
        });
        return at(database, reader, desk -> {
            CaseSeen seen = desk.open(CASE).seen();
            return ((SigningOutcome.Signed) desk.signing().sign(CASE, Desks.PASSWORD.toCharArray(), seen)).next();
        });
    }

    private static <T> T at(TestDatabase.Opened database, String reader, Function<Desks, T> work) {
        return database.fromTransaction(em -> work.apply(new Desks(em, reader, Role.RADIOLOGIST)));
    }

    /** A right and two left views; a finding on the right one. */
    private static TestDatabase.Opened threeViews(TestDatabase kind, int readings, String arbitration)
            throws SQLException {
        TestDatabase.Opened database = kind.open();
        Rows.readingCase(database, 1, false, 1, "2026-11-23 09:00:00+00");
        List<String> images = List.of(RIGHT, LEFT, LEFT_AGAIN);
        for (int i = 0; i < images.size(); i++) {
            Rows.instance(database, i + 1L, images.get(i), CASE, "2026-11-01");
        }
        database.sql("update stored_instance set image_laterality = case when id = 1 then 'R' else 'L' end");
        Rows.finding(database, 1, 1, 0.8);
        database.sql("update reading_policy set readings = %d, arbitration = '%s', final_after_seconds = 0"
                .formatted(readings, arbitration));
        database.sql("update reading_case set readings_wanted = %1$d, deciding_round = 2 - %1$d".formatted(readings));
        return database;
    }
}
