package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class RereadingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final int AGREED = 12;

    @ParameterizedTest
    @EnumSource
    void only_agreed_negatives_are_drawn_and_the_seed_alone_says_which(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = cases(kind)) {
            AgreedNegatives seven = draw(database, order(7, 5));
            assertThat(seven.population()).isEqualTo(AGREED);
            assertThat(seven.drawn()).isEqualTo(byHand(7, 5));
            assertThat(draw(database, order(7, 5))).isEqualTo(seven);
            assertThat(draw(database, order(8, 5)).drawn())
                    .isEqualTo(byHand(8, 5))
                    .isNotEqualTo(seven.drawn());
            assertThat(draw(database, order(7, 500)).drawn()).hasSize(AGREED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_population_is_told_by_a_digest_that_anybody_can_make(TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = cases(kind)) {
            String lines = String.join(
                    "", agreed().stream().sorted().map(study -> study + "\n").toList());
            assertThat(draw(database, order(1, 1)).digest()).isEqualTo(sha256(lines));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_period_and_what_was_drawn_before_limit_the_population(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = cases(kind)) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            assertThat(draw(database, during(today.minusDays(1), today.plusDays(1)))
                            .population())
                    .isEqualTo(AGREED);
            assertThat(draw(database, during(LocalDate.EPOCH, LocalDate.EPOCH)).population())
                    .isZero();
            database.sql(
                    "insert into reread_sample values (1, 7, 1, null, null, 'x', 1, 'x', 1, 'a', current_timestamp)");
            database.sql("insert into reread_case values ('1.2.1', 1, 1)");
            assertThat(draw(database, order(7, 5)).population()).isEqualTo(AGREED - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_returned_case_hides_everything_from_another_reader_and_refuses_the_former_ones(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = cases(kind)) {
            database.sql("update reading_case set second_reader = 'second', arbiter = 'third', deciding_round = 3,"
                    + " reading_round = 3, readings_wanted = 2 where id = 1");
            database.inTransaction(em -> {
                ReadingCase returned = em.find(ReadingCase.class, 1L);
                returned.returnForRereading(NOW);
                assertThat(returned.state()).isEqualTo(CaseState.OPEN);
                assertThat(returned.decidingRound()).isEqualTo(3);
                assertThat(returned.summary(NOW).band()).isEqualTo(CaseBand.NOT_REVEALED);
                assertThat(returned.summary(NOW).waitingSince()).isEqualTo(NOW);
                for (String former : List.of("first", "second", "third")) {
                    assertThat(returned.refusalOf(reader(former))).hasValue(Refusal.Why.OWN_CASE);
                }
                assertThat(returned.refusalOf(reader("another"))).isEmpty();
                assertThat(sights(em, "another").of(returned)).isEqualTo(new Sight(false, false));

                returned.count(new CaseCount(1, 0, 0, CaseBand.LOW.rank()));
                assertThat(returned.state())
                        .as("an unread finding does not end it")
                        .isEqualTo(CaseState.OPEN);
                returned.readBy("another");
                assertThat(returned.refusalOf(reader("yet another"))).hasValue(Refusal.Why.BEGUN_BY_ANOTHER);

                returned.finish();
                assertThat(returned.round()).isEqualTo(3);
                assertThat(returned.decidingRound())
                        .as("what was decided stays decided")
                        .isEqualTo(3);
                assertThat(returned.state()).isEqualTo(CaseState.FINAL);
                returned.count(new CaseCount(1, 4, 0, CaseBand.HIGH.rank()));
                assertThat(returned.state()).as("a late image is not lost").isNotEqualTo(CaseState.FINAL);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_list_shows_a_returned_case_to_others_only_and_findings_to_no_reader(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = cases(kind)) {
            database.inTransaction(em -> em.find(ReadingCase.class, 1L).returnForRereading(NOW));
            assertThat(open(database, "first")).isEmpty();
            assertThat(open(database, "another")).containsExactly("1.2.1");
            database.inTransaction(em -> {
                Sights sights = sights(em, "another");
                assertThatThrownBy(sights::requireNothingHidden).isInstanceOf(NotYetRevealed.class);
            });
        }
    }

    private static List<String> open(TestDatabase.Opened database, String reader) {
        return database.fromTransaction(em -> {
            Worklist list = new Worklist();
            list.entityManager = em;
            list.clock = Clock.fixed(NOW, ZoneOffset.UTC);
            list.sights = sights(em, reader);
            list.callers = list.sights.callers;
            return list.page(WorklistFilter.open(), 0, 50).cases().stream()
                    .map(CaseSummary::studyInstanceUid)
                    .toList();
        });
    }

    private static Sights sights(EntityManager em, String reader) {
        Sights sights = new Sights();
        sights.entityManager = em;
        sights.policies = new ReadingPolicies();
        sights.policies.entityManager = em;
        sights.callers = new Callers() {
            @Override
            public Caller current() {
                return reader(reader);
            }
        };
        return sights;
    }

    private static Caller reader(String name) {
        return new Caller(name, name.equals("third") ? "arbiter" : "radiologist", "", "");
    }

    /** Twelve agreed negatives, and one case for each reason not to be one. */
    private static TestDatabase.Opened cases(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int id = 1; id <= AGREED + 5; id++) {
            Rows.readingCase(database, id, false, 1, "2026-11-01 08:00:00Z");
            Rows.instance(database, id, "1.2.3." + id, "1.2." + id, "2026-11-01");
        }
        database.sql("update reading_case set state = 'FINAL', first_reader = 'first'");
        for (int id = 1; id <= AGREED; id++) {
            Rows.finding(database, id, id, 0.1);
            Rows.review(database, id, 1, "CONFIRMED");
        }
        int positive = AGREED + 1;
        Rows.finding(database, positive, positive, 0.9);
        Rows.review(database, positive, 1, "CONFIRMED");
        int rejected = AGREED + 2;
        Rows.finding(database, rejected, rejected, 0.1);
        Rows.review(database, rejected, 1, "REJECTED");
        int missed = AGREED + 3;
        Rows.finding(database, missed, missed, 0.1);
        Rows.review(database, missed, 1, "CONFIRMED");
        database.sql(
                "insert into reading_entry (id, study_instance_uid, reading_round, kind, code, comment_text, ai_shown,"
                        + " reader, record_digest, recorded_at) values (1, '1.2." + missed
                        + "', 1, 'AI_MISSED', '', '', true, 'r', 'x', current_timestamp)");
        int unsigned = AGREED + 4;
        Rows.finding(database, unsigned, unsigned, 0.1);
        Rows.review(database, unsigned, 1, "CONFIRMED");
        database.sql("update reading_case set state = 'DECIDED' where id = " + unsigned);
        // The last has an image without a finding.
        return database;
    }

    private static List<String> agreed() {
        return IntStream.rangeClosed(1, AGREED).mapToObj(id -> "1.2." + id).toList();
    }

    private static List<String> byHand(long seed, int size) {
        return agreed().stream()
                .sorted(Comparator.comparing(study -> sha256(seed + ":" + study)))
                .limit(size)
                .toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgreedNegatives draw(TestDatabase.Opened database, RereadOrder order) {
        return database.fromTransaction(em -> AgreedNegatives.draw(em, order));
    }

    private static RereadOrder order(long seed, int size) {
        return new RereadOrder(seed, size, Optional.empty(), Optional.empty(), List.of("4", "5"));
    }

    private static RereadOrder during(LocalDate from, LocalDate to) {
        return new RereadOrder(1, 50, Optional.of(from), Optional.of(to), List.of("4"));
    }
}
