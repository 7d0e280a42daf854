package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Role;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

/** What a signature is bound to, and what counts when a reader states something twice. */
class SigningTest {

    private static final String CASE = "1.2.1";
    private static final String READER = "anna";

    @ParameterizedTest
    @EnumSource
    void a_signature_is_bound_to_every_verdict_and_statement_and_to_its_reader_and_meaning(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            at(database, desk -> desk.reviewing().review(1, new Opinion(Verdict.CONFIRMED, "", "")));
            at(database, desk -> desk.stating().assess(CASE, "2", "", CaseSeen.ANYTHING));
            at(database, desk -> desk.stating().recallTechnically(CASE, "1.2.3.1", "OTHER", "", CaseSeen.ANYTHING));
            CaseView read = at(database, desk -> desk.open(CASE));
            String verdict = read.images().get(0).review().orElseThrow().recordDigest();
            String assessment = read.assessment(1).orElseThrow().recordDigest();
            String recall = read.entries().get(1).recordDigest();

            EntryView signature = ((SigningOutcome.Signed) at(
                            database, desk -> desk.signing().sign(CASE, Desks.PASSWORD.toCharArray(), read.seen())))
                    .signature();

            List<String> all = List.of(verdict, assessment, recall);
            assertThat(signature.recordDigest()).isEqualTo(digest(signature, READER, "READING", all));
            assertThat(signature.recordDigest())
                    .isNotIn(
                            digest(signature, "berta", "READING", all),
                            digest(signature, READER, "ARBITRATION", all),
                            digest(signature, READER, "READING", List.of(verdict, assessment)),
                            digest(signature, READER, "READING", List.of(assessment, recall)),
                            digest(signature, READER, "READING", List.of(verdict, recall, assessment)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_statements_the_later_numbered_counts_although_the_clock_was_set_back_between_them(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = aCase(kind)) {
            stated(database, 900_001, "4", "2026-11-26 12:00:00+00");
            stated(database, 900_002, "1", "2026-11-26 11:00:00+00");
            decided(database, 1, "CONFIRMED", "2026-11-26 12:00:00+00");
            decided(database, 2, "REJECTED", "2026-11-26 11:00:00+00");
            CaseView shown = at(database, desk -> desk.open(CASE));
            assertThat(shown.assessment(1).orElseThrow().code()).isEqualTo("1");
            assertThat(shown.images().get(0).review().orElseThrow().verdict()).isEqualTo(Verdict.REJECTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_site_that_has_chosen_nothing_reads_once_beside_the_network_and_can_undo_for_five_minutes(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            ReadingPolicy policy = at(database, desk -> desk.policies().current());
            assertThat(policy)
                    .isEqualTo(new ReadingPolicy(ReadingMode.AI_BESIDE, 1, Arbitration.READERS, Duration.ofMinutes(5)));
            List<AssessmentCategory> offered =
                    at(database, desk -> desk.vocabulary().categories());
            assertThat(offered).extracting(AssessmentCategory::code).containsExactly("0", "1", "2", "3", "4", "5", "6");
        }
    }

    private static String digest(EntryView signature, String reader, String meaning, List<String> covered) {
        NewEntry statement = NewEntry.signature(meaning, signature.finalAt().orElseThrow(), NewEntry.digestOf(covered));
        return new EntryRecord(CASE, 1, statement, signature.aiShown(), reader, signature.recordedAt()).digest();
    }

    private static void stated(TestDatabase.Opened database, long id, String category, String when)
            throws SQLException {
        database.sql(
                "insert into reading_entry (id, study_instance_uid, reading_round, kind, code, comment_text, ai_shown,"
                        + " reader, record_digest, recorded_at) values (%d, '%s', 1, 'ASSESSMENT', '%s', '', true, '%s', '%s', timestamp with time zone '%s')"
                                .formatted(id, CASE, category, READER, "a".repeat(64), when));
    }

    private static void decided(TestDatabase.Opened database, int revision, String verdict, String when)
            throws SQLException {
        database.sql("insert into review (id, finding_id, revision, verdict, reason, comment_text, reader, signed,"
                + " record_digest, reviewed_at) values (%1$d, 1, %1$d, '%2$s', 'OTHER', '', '%3$s', false, '%4$s', timestamp with time zone '%5$s')"
                        .formatted(revision, verdict, READER, "a".repeat(64), when));
    }

    private static <T> T at(TestDatabase.Opened database, Function<Desks, T> work) {
        return database.fromTransaction(em -> work.apply(new Desks(em, READER, Role.RADIOLOGIST)));
    }

    /** One image with a finding that nobody has decided about. */
    private static TestDatabase.Opened aCase(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        Rows.readingCase(database, 1, false, 1, "2026-11-23 09:00:00+00");
        Rows.instance(database, 1, "1.2.3.1", CASE, "2026-11-01");
        Rows.finding(database, 1, 1, 0.8);
        return database;
    }
}
