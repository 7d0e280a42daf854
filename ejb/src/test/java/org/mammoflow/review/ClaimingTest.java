package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class ClaimingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CASE = "1.2.1";

    @ParameterizedTest
    @EnumSource
    void a_claim_lasts_a_quarter_of_an_hour_is_seen_by_others_and_renewed_by_activity(TestDatabase kind)
            throws SQLException {
        try (TestDatabase.Opened database = threeCases(kind)) {
            assertThat(claim(database, "anna", 0)).isEqualTo(new ClaimOutcome.Held(new Claim("anna", after(15))));
            assertThat(claim(database, "berta", 14))
                    .isEqualTo(new ClaimOutcome.HeldByAnother(new Claim("anna", after(15))));
            assertThat(claim(database, "anna", 10)).isEqualTo(new ClaimOutcome.Held(new Claim("anna", after(25))));
            assertThat(claim(database, "berta", 24)).isInstanceOf(ClaimOutcome.HeldByAnother.class);
            assertThat(claim(database, "berta", 25)).isEqualTo(new ClaimOutcome.Held(new Claim("berta", after(40))));
            assertThat(details(database, "CASE_CLAIMED"))
                    .as("a renewal is no new claim")
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_leaves_gives_all_own_cases_back_and_nobody_elses(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = threeCases(kind)) {
            as(database, "anna", 0, claiming -> claiming.claim("1.2.1"));
            as(database, "anna", 0, claiming -> claiming.claim("1.2.2"));
            as(database, "berta", 0, claiming -> claiming.claim("1.2.3"));
            as(database, "anna", 1, claiming -> {
                claiming.releaseAll();
                return null;
            });

            assertThat(as(database, "carla", 2, claiming -> claiming.claim("1.2.1")))
                    .isInstanceOf(ClaimOutcome.Held.class);
            assertThat(as(database, "carla", 2, claiming -> claiming.claim("1.2.2")))
                    .isInstanceOf(ClaimOutcome.Held.class);
            assertThat(as(database, "carla", 2, claiming -> claiming.claim("1.2.3")))
                    .isInstanceOf(ClaimOutcome.HeldByAnother.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_case_is_taken_over_with_a_reason_on_record_and_never_without_one(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = threeCases(kind)) {
            claim(database, "anna", 0);
            assertThatThrownBy(() -> as(database, "berta", 1, claiming -> claiming.takeOver(CASE, "  ")))
                    .isInstanceOf(MissingReason.class);
            assertThat(claim(database, "carla", 2))
                    .isEqualTo(new ClaimOutcome.HeldByAnother(new Claim("anna", after(15))));

            assertThat(as(database, "berta", 3, claiming -> claiming.takeOver(CASE, "anna went home")))
                    .isEqualTo(new ClaimOutcome.Held(new Claim("berta", after(18))));
            assertThat(claim(database, "anna", 4)).isInstanceOf(ClaimOutcome.HeldByAnother.class);
            assertThat(details(database, "CLAIM_TAKEN_OVER")).containsExactly("from=anna reason=anna went home");
        }
    }

    private static TestDatabase.Opened threeCases(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int id = 1; id <= 3; id++) {
            Rows.readingCase(database, id, false, 1, "2026-11-23 09:00:00+00");
        }
        return database;
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static ClaimOutcome claim(TestDatabase.Opened database, String reader, int minutes) {
        return as(database, reader, minutes, claiming -> claiming.claim(CASE));
    }

    private static ClaimOutcome as(
            TestDatabase.Opened database, String reader, int minutes, Function<Claiming, ClaimOutcome> what) {
        return database.fromTransaction(entityManager -> what.apply(claiming(entityManager, reader, after(minutes))));
    }

    private static Claiming claiming(EntityManager entityManager, String reader, Instant now) {
        Claiming claiming = new Claiming();
        claiming.cases = new CaseKeeping();
        claiming.cases.entityManager = entityManager;
        claiming.trail = TestTrail.of(entityManager);
        claiming.clock = Clock.fixed(now, ZoneOffset.UTC);
        claiming.changes = new Unheard();
        claiming.callers = new Callers() {
            @Override
            public Caller current() {
                return new Caller(reader, "radiologist", "", "");
            }
        };
        return claiming;
    }

    private static List<String> details(TestDatabase.Opened database, String action) {
        return database.fromTransaction(entityManager -> {
            List<?> rows = entityManager
                    .createNativeQuery("select detail from audit_row where action = :action order by seq")
                    .setParameter("action", action)
                    .getResultList();
            return rows.stream().map(String::valueOf).toList();
        });
    }
}
