package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Role;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.Seen;
import org.mammoflow.platform.TestDatabase;

/** A decision counts for what its maker saw; what came meanwhile is told, and nothing is written over it. */
class WhatWasSeenTest {

    private static final String CASE = "1.2.1";
    private static final Opinion AGREED = new Opinion(Verdict.CONFIRMED, "", "");
    private static final Opinion DOUBTED = new Opinion(Verdict.UNCERTAIN, "", "");
    private static final ReadingPolicy TWO =
            new ReadingPolicy(ReadingMode.AI_BESIDE, 2, Arbitration.READERS, Duration.ZERO);

    @Test
    void what_was_seen_travels_as_a_text_and_nothing_can_be_added_to_it() {
        CaseSeen seen = CaseSeen.parse("f7.i12.i13.n13-FAILED.s9.v7-3");
        assertThat(seen.text()).isEqualTo("f7.i12.i13.n13-FAILED.s9.v7-3");
        assertThat(CaseSeen.parse(seen.text())).isEqualTo(seen);
        for (String made : new String[] {"", "*", "everything", "i", "x1", "i1 or 1=1"}) {
            assertThat(CaseSeen.parse(made).marks()).as(made).isEmpty();
        }
    }

    @Test
    void only_what_is_new_counts_but_of_what_people_said_also_what_is_gone() {
        CaseSeen seen = CaseSeen.parse("i1.i2.n2-FAILED.f1.v1-1.s5");
        assertThat(seen.unseenIn(seen)).isEqualTo(Unseen.NONE);
        assertThat(seen.unseenIn(CaseSeen.parse("i1.i2.i3.i4.f1.f2.v1-1.s5"))).isEqualTo(new Unseen(2, 1, 0, false));
        assertThat(seen.unseenIn(CaseSeen.parse("i1.i2.n2-UNSUITABLE.f1.v1-1.s5")))
                .isEqualTo(new Unseen(0, 0, 1, false));
        assertThat(seen.unseenIn(CaseSeen.parse("i1.i2.n2-FAILED.f1.v1-1"))).isEqualTo(new Unseen(0, 0, 0, true));
        assertThat(seen.unseenIn(CaseSeen.parse("i1.i2.n2-FAILED.f1.v1-3.s5"))).isEqualTo(new Unseen(0, 0, 0, true));
        assertThat(CaseSeen.parse("").unseenIn(seen)).isEqualTo(new Unseen(2, 1, 1, true));
        assertThat(CaseSeen.ANYTHING.unseenIn(seen)).isEqualTo(Unseen.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void an_image_that_came_after_the_page_was_drawn_is_not_signed(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            CaseSeen seen = read(database, "anna");
            Rows.instance(database, 2, "1.2.3.2", CASE, "2026-11-01");
            assertThat(sign(database, "anna", seen)).isEqualTo(notAsSeen(1, 0, 0, false));
            database.sql("insert into no_opinion values (2, 2, 'UNSUITABLE', 'gate', 'SPOT_VIEW', current_timestamp)");
            assertThat(sign(database, "anna", seen)).isEqualTo(notAsSeen(1, 0, 1, false));
            assertThat(sign(database, "anna", seen(database, "anna"))).isInstanceOf(SigningOutcome.Signed.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_finding_that_came_after_the_page_was_drawn_is_not_signed(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            Rows.instance(database, 2, "1.2.3.2", CASE, "2026-11-01");
            CaseSeen seen = read(database, "anna");
            Rows.finding(database, 2, 2, 0.9);
            assertThat(sign(database, "anna", seen)).isEqualTo(notAsSeen(0, 1, 0, false));
            assertThat(sign(database, "anna", seen(database, "anna")))
                    .isEqualTo(new SigningOutcome.Incomplete(1, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_reader_stated_or_took_back_in_another_tab_is_not_signed_unseen(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            CaseSeen before = read(database, "anna");
            StatementOutcome.Recorded recall = (StatementOutcome.Recorded) at(
                    database, "anna", desk -> desk.stating().recallTechnically(CASE, "1.2.3.1", "OTHER", "", before));
            assertThat(sign(database, "anna", before)).isEqualTo(notAsSeen(0, 0, 0, true));
            CaseSeen between = seen(database, "anna");
            at(
                    database,
                    "anna",
                    desk -> desk.stating().withdraw(CASE, recall.entry().id()));
            assertThat(sign(database, "anna", between)).isEqualTo(notAsSeen(0, 0, 0, true));

            CaseSeen verdict = seen(database, "anna");
            at(database, "anna", desk -> desk.reviewing().undo(1, verdict));
            at(database, "anna", desk -> desk.reviewing().review(1, DOUBTED));
            assertThat(sign(database, "anna", verdict)).isEqualTo(notAsSeen(0, 0, 0, true));
            assertThat(sign(database, "anna", seen(database, "anna"))).isInstanceOf(SigningOutcome.Signed.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void before_the_own_opinion_a_refusal_tells_nothing_that_depends_on_the_network(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            database.sql("update reading_policy set reading_mode = 'READER_FIRST'");
            CaseSeen before = seen(database, "anna");
            assertThat(before.text()).isEqualTo("i1");
            Rows.instance(database, 2, "1.2.3.2", CASE, "2026-11-01");
            Rows.finding(database, 2, 2, 0.9);
            assertThat(seen(database, "anna").text()).isEqualTo("i1.i2");
            SigningOutcome same = new SigningOutcome.Refused(new Refusal.OwnOpinionFirst());
            assertThat(sign(database, "anna", before)).isEqualTo(same);
            assertThat(sign(database, "anna", seen(database, "anna"))).isEqualTo(same);

            assess(database, "anna", "2", before);
            assertThat(sign(database, "anna", before)).isEqualTo(notAsSeen(1, 2, 0, true));
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_was_not_shown_the_network_cannot_say_what_it_missed(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            database.sql("update reading_policy set reading_mode = 'READER_FIRST'");
            assertThat(missed(database)).isEqualTo(new StatementOutcome.Refused(new Refusal.OwnOpinionFirst()));
            assess(database, "anna", "2", seen(database, "anna"));
            assertThat(missed(database)).isInstanceOf(StatementOutcome.Recorded.class);
        }
    }

    private static Object missed(TestDatabase.Opened database) {
        return told(
                database,
                "anna",
                desk -> desk.stating().missed(CASE, "1.2.3.1", new PixelMark(1, 2), "", CaseSeen.ANYTHING));
    }

    @ParameterizedTest
    @EnumSource
    void a_rereader_is_told_of_images_and_of_nothing_else(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            Rows.review(database, 1, 1, "CONFIRMED");
            database.sql("update reading_case set state = 'OPEN', reading_round = 4, first_reader = 'berta'");
            assess(database, "anna", "2", seen(database, "anna"));
            CaseSeen before = seen(database, "anna");
            assertThat(before.marks()).contains("i1").noneMatch(mark -> mark.matches("[fnv].*"));
            Rows.instance(database, 2, "1.2.3.2", CASE, "2026-11-01");
            Rows.finding(database, 2, 2, 0.9);
            assertThat(sign(database, "anna", before)).isEqualTo(notAsSeen(1, 0, 0, false));
            assertThat(sign(database, "anna", seen(database, "anna"))).isInstanceOf(SigningOutcome.Signed.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_takes_a_reading_over_sees_what_was_stated_in_it_before_signing_it(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            database.sql("update reading_case set readings_wanted = 2, deciding_round = 0");
            read(database, "anna");
            CaseSeen blind = seen(database, "berta");
            assertThat(blind.text()).as("another's reading").isEqualTo("f1.i1");
            at(database, "berta", desk -> desk.claiming().takeOver(CASE, "anna went home"));
            assertThat(sign(database, "berta", blind)).isEqualTo(notAsSeen(0, 0, 0, true));
            assertThat(seen(database, "carla").text()).as("who only looks").isEqualTo("f1.i1");
            CaseSeen shown = seen(database, "berta");
            assertThat(shown.marks()).contains("v1-1");
            assertThat(sign(database, "berta", shown)).isInstanceOf(SigningOutcome.Signed.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_verdict_is_changed_or_taken_back_only_by_who_saw_it(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            CaseSeen first = read(database, "anna");
            assertThat(change(database, DOUBTED, first)).isInstanceOf(ReviewOutcome.Recorded.class);
            assertThat(change(database, AGREED, first))
                    .isInstanceOfSatisfying(ReviewOutcome.ChangedMeanwhile.class, other -> {
                        assertThat(other.standing().verdict()).isEqualTo(Verdict.UNCERTAIN);
                        assertThat(other.standing().revision()).isEqualTo(2);
                    });
            assertThat(told(database, "anna", desk -> desk.reviewing().undo(1, first)))
                    .isInstanceOf(ReviewOutcome.ChangedMeanwhile.class);
            CaseSeen second = seen(database, "anna");
            assertThat(told(database, "anna", desk -> desk.reviewing().undo(1, second)))
                    .isInstanceOf(ReviewOutcome.Withdrawn.class);
            assertThat(told(database, "anna", desk -> desk.reviewing().undo(1, second)))
                    .isInstanceOf(ReviewOutcome.NothingToChange.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_is_not_put_over_another_about_the_same_thing_that_was_not_seen(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            Rows.instance(database, 2, "1.2.3.2", CASE, "2026-11-01");
            CaseSeen before = seen(database, "anna");
            assertThat(assess(database, "anna", "2", before)).isInstanceOf(StatementOutcome.Recorded.class);
            assertThat(assess(database, "anna", "4", before)).isInstanceOf(StatementOutcome.ChangedMeanwhile.class);
            assertThat(recall(database, "1.2.3.1", before)).isInstanceOf(StatementOutcome.Recorded.class);
            assertThat(recall(database, "1.2.3.1", before)).isInstanceOf(StatementOutcome.ChangedMeanwhile.class);
            assertThat(recall(database, "1.2.3.2", before))
                    .as("another image is another thing")
                    .isInstanceOf(StatementOutcome.Recorded.class);
            assertThat(assess(database, "anna", "4", seen(database, "anna")))
                    .isInstanceOf(StatementOutcome.Recorded.class);
            assertThat(assess(database, "anna", "5", CaseSeen.ANYTHING)).isInstanceOf(StatementOutcome.Recorded.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_is_taken_back_once_and_whoever_made_it_is_told_so(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            long recall = ((StatementOutcome.Recorded) recall(database, "1.2.3.1", seen(database, "anna")))
                    .entry()
                    .id();
            assertThat(told(database, "anna", desk -> desk.stating().withdraw(CASE, recall)))
                    .isInstanceOf(StatementOutcome.Recorded.class);
            assertThat(told(database, "anna", desk -> desk.stating().withdraw(CASE, recall)))
                    .isInstanceOf(StatementOutcome.TakenBack.class);
            assertThat(told(database, "anna", desk -> desk.stating().withdraw(CASE, recall + 100)))
                    .isInstanceOf(StatementOutcome.Unknown.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_administrators_with_the_same_form_the_second_is_told(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            Seen seen = admin(database, desk -> desk.policies().current().seen());
            ReadingPolicy first = new ReadingPolicy(ReadingMode.READER_FIRST, 1, Arbitration.READERS, Duration.ZERO);
            assertThat(toldAdmin(database, desk -> desk.policies().change(first, seen)))
                    .isEqualTo(new PolicyOutcome.Changed(first));
            assertThat(toldAdmin(database, desk -> desk.policies().change(TWO, seen)))
                    .isEqualTo(new PolicyOutcome.ChangedMeanwhile(first));
            assertThat(toldAdmin(database, desk -> desk.policies().current())).isEqualTo(first);
            assertThat(toldAdmin(database, desk -> desk.policies().change(TWO, first.seen())))
                    .isEqualTo(new PolicyOutcome.Changed(TWO));

            AssessmentCategory scar = new AssessmentCategory("9", "scar");
            AssessmentCategory other = new AssessmentCategory("9", "other");
            admin(database, desk -> desk.vocabulary().enterCategory(scar));
            assertThat(toldAdmin(database, desk -> desk.vocabulary().enterCategory(other)))
                    .isEqualTo(new VocabularyOutcome.Taken(scar));
            assertThat(toldAdmin(database, desk -> desk.vocabulary().removeCategory("9", other.seen())))
                    .isEqualTo(new VocabularyOutcome.ChangedMeanwhile(scar));
            assertThat(toldAdmin(database, desk -> desk.vocabulary().removeCategory("9", scar.seen())))
                    .isEqualTo(new VocabularyOutcome.Done());
            assertThat(toldAdmin(database, desk -> desk.vocabulary().offersCategory("9")))
                    .isEqualTo(false);
        }
    }

    /** One image with a finding that nobody has decided about. */
    private static TestDatabase.Opened aCase(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        Rows.readingCase(database, 1, false, 1, "2026-11-23 09:00:00+00");
        Rows.instance(database, 1, "1.2.3.1", CASE, "2026-11-01");
        Rows.finding(database, 1, 1, 0.8);
        return database;
    }

    /** Confirms and assesses; what is on show then. */
    private static CaseSeen read(TestDatabase.Opened database, String reader) {
        assertThat(told(database, reader, desk -> desk.reviewing().review(1, AGREED)))
                .isInstanceOf(ReviewOutcome.Recorded.class);
        assertThat(assess(database, reader, "1", seen(database, reader))).isInstanceOf(StatementOutcome.Recorded.class);
        return seen(database, reader);
    }

    private static CaseSeen seen(TestDatabase.Opened database, String reader) {
        return at(database, reader, desk -> desk.open(CASE).seen());
    }

    private static SigningOutcome sign(TestDatabase.Opened database, String reader, CaseSeen seen) {
        return at(database, reader, desk -> desk.signing().sign(CASE, Desks.PASSWORD.toCharArray(), seen));
    }

    private static SigningOutcome notAsSeen(int images, int findings, int withoutOpinion, boolean statements) {
        return new SigningOutcome.NotAsSeen(new Unseen(images, findings, withoutOpinion, statements));
    }

    private static ReviewOutcome change(TestDatabase.Opened database, Opinion opinion, CaseSeen seen) {
        return at(database, "anna", desk -> desk.reviewing().change(1, opinion, Desks.PASSWORD.toCharArray(), seen));
    }

    private static StatementOutcome assess(
            TestDatabase.Opened database, String reader, String category, CaseSeen seen) {
        return at(database, reader, desk -> desk.stating().assess(CASE, category, "", seen));
    }

    private static StatementOutcome recall(TestDatabase.Opened database, String image, CaseSeen seen) {
        return at(database, "anna", desk -> desk.stating().recallTechnically(CASE, image, "OTHER", "", seen));
    }

    // Objects: with a type of its own the compiler cannot choose among AssertJ's methods.
    private static Object told(TestDatabase.Opened database, String reader, Function<Desks, Object> work) {
        return at(database, reader, work);
    }

    private static Object toldAdmin(TestDatabase.Opened database, Function<Desks, Object> work) {
        return admin(database, work);
    }

    private static <T> T at(TestDatabase.Opened database, String reader, Function<Desks, T> work) {
        return database.fromTransaction(em -> work.apply(new Desks(em, reader, Role.RADIOLOGIST)));
    }

    private static <T> T admin(TestDatabase.Opened database, Function<Desks, T> work) {
        return database.fromTransaction(em -> work.apply(new Desks(em, "root", Role.ADMIN)));
    }
}
