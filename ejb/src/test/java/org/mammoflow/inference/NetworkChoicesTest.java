package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.classifier.Device;
import org.mammoflow.platform.TestDatabase;

class NetworkChoicesTest {

    private static final Caller ONE = new Caller("one", "admin", "", "");
    private static final Caller OTHER = new Caller("other", "admin", "", "");
    private static final NetworkChoice RELEASE = new NetworkChoice(Seat.ACTIVE, "resnet18/1.0.0", "");
    private static final NetworkChoice SECOND = new NetworkChoice(Seat.ACTIVE, "resnet34/1.0.0", "b".repeat(64));

    @ParameterizedTest
    @EnumSource
    void the_release_decides_until_another_administrator_has_approved(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            assertThat(standing(database)).isEqualTo(RELEASE);
            long proposal = propose(database, SECOND, "better", ONE);
            assertThat(standing(database)).isEqualTo(RELEASE);
            assertThat(open(database)).extracting(NetworkStep::id).containsExactly(proposal);
            ask(database, choices -> choices.approve(proposal, OTHER));
            assertThat(standing(database)).isEqualTo(SECOND);
            assertThat(open(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_step_leads_back_and_only_once(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            assertThat(before(database, Seat.ACTIVE)).isEmpty();
            switchTo(database, SECOND);
            assertThat(before(database, Seat.ACTIVE)).contains(RELEASE);
            ask(database, choices -> choices.rollBack(RELEASE, "", ONE));
            assertThat(standing(database)).isEqualTo(RELEASE);
            assertThat(before(database, Seat.ACTIVE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_withdrawn_proposal_can_not_be_approved_any_more(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            long proposal = propose(database, SECOND, "", ONE);
            ask(database, choices -> choices.withdraw(proposal, ONE));
            Optional<NetworkStep> stillOpen = ask(database, choices -> choices.open(proposal));
            assertThat(stillOpen).isEmpty();
            assertThatThrownBy(() -> ask(database, choices -> choices.approve(proposal, OTHER)))
                    .as("the table refuses what slipped past the check")
                    .isInstanceOf(PersistenceException.class);
            assertThat(standing(database)).isEqualTo(RELEASE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_seat_goes_its_own_way(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            NetworkChoice shadow = new NetworkChoice(Seat.SHADOW, "resnet34/1.0.0", "b".repeat(64));
            switchTo(database, shadow);
            assertThat(standing(database)).isEqualTo(RELEASE);
            assertThat(standing(database, Seat.SHADOW)).isEqualTo(shadow);
            assertThat(before(database, Seat.SHADOW)).contains(NetworkChoice.none(Seat.SHADOW));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_network_waits_for_a_seat_in_one_proposal_at_a_time(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            long first = propose(database, SECOND, "", ONE);
            assertThat(waiting(database, SECOND)).contains(first);
            SwitchOutcome second = ask(database, choices -> choices.propose(SECOND, "", OTHER));
            assertThat(second)
                    .isInstanceOfSatisfying(
                            SwitchOutcome.AlreadyProposed.class,
                            already -> assertThat(already.standing().id()).isEqualTo(first));
            assertThat(waiting(database, new NetworkChoice(Seat.SHADOW, SECOND.network(), SECOND.digest())))
                    .isEmpty();
            assertThatThrownBy(() -> database.fromTransaction(entityManager -> {
                        entityManager.persist(NetworkStepRow.proposed(
                                SECOND, 0, "as one who counted before", "other", Instant.EPOCH));
                        entityManager.flush();
                        return null;
                    }))
                    .as("the table refuses who counted before the first was there")
                    .isInstanceOf(PersistenceException.class);

            ask(database, choices -> choices.withdraw(first, ONE));
            long again = propose(database, SECOND, "", OTHER);
            assertThat(waiting(database, SECOND)).contains(again);
        }
    }

    private static long propose(TestDatabase.Opened database, NetworkChoice choice, String reason, Caller by) {
        SwitchOutcome outcome = ask(database, choices -> choices.propose(choice, reason, by));
        assertThat(outcome).isInstanceOf(SwitchOutcome.Proposed.class);
        return ((SwitchOutcome.Proposed) outcome).step().id();
    }

    private static Optional<Long> waiting(TestDatabase.Opened database, NetworkChoice choice) {
        return ask(database, choices -> choices.open(choice).map(NetworkStep::id));
    }

    private static void switchTo(TestDatabase.Opened database, NetworkChoice choice) {
        long proposal = propose(database, choice, "", ONE);
        ask(database, choices -> choices.approve(proposal, OTHER));
    }

    private static NetworkChoice standing(TestDatabase.Opened database) {
        return standing(database, Seat.ACTIVE);
    }

    private static NetworkChoice standing(TestDatabase.Opened database, Seat seat) {
        return ask(database, choices -> choices.standing(seat));
    }

    private static Optional<NetworkChoice> before(TestDatabase.Opened database, Seat seat) {
        return ask(database, choices -> choices.before(seat));
    }

    private static List<NetworkStep> open(TestDatabase.Opened database) {
        return ask(database, choices -> choices.open());
    }

    private static <T> T ask(TestDatabase.Opened database, Function<NetworkChoices, T> question) {
        return database.fromTransaction(entityManager -> {
            NetworkChoices choices = new NetworkChoices();
            choices.entityManager = entityManager;
            choices.clock = Clock.systemUTC();
            choices.trail = TestTrail.of(entityManager);
            choices.settings = new InferenceSettings(
                    Path.of("models"), "resnet18/1.0.0", new Device.Cpu(), 3, Duration.ZERO, Duration.ZERO);
            return question.apply(choices);
        });
    }
}
