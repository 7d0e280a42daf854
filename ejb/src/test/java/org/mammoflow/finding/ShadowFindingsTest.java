package org.mammoflow.finding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Role;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class ShadowFindingsTest {

    private static final NetworkIdentity SHADOW = new NetworkIdentity("resnet34", "1.0.0", "c".repeat(64), "trained");

    @Test
    void only_auditors_may_read_what_shadows_state() {
        assertThat(ShadowReading.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly(Role.AUDITOR);
        assertThat(ShadowReading.class.getMethods())
                .noneMatch(method -> method.isAnnotationPresent(RolesAllowed.class)
                        || method.isAnnotationPresent(jakarta.annotation.security.PermitAll.class));
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_is_recorded_once_and_stays_in_its_own_table(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = images(kind)) {
            record(database, 1, scored(1, 0.9, "HIGH"));
            record(database, 1, scored(1, 0.1, "LOW"));
            DisagreementPage page = read(database, reading -> reading.disagreements(0, 10));
            assertThat(page.rows()).singleElement().satisfies(row -> {
                assertThat(row.kind()).isEqualTo(Disagreement.Kind.VERDICT);
                assertThat(row.sopInstanceUid()).isEqualTo("1.2.3.1");
                assertThat(row.activeMalignancy()).isEqualTo(0.2);
                assertThat(row.shadowMalignancy()).isEqualTo(0.9);
            });
            List<FindingView> shown = database.fromTransaction(
                    entityManager -> findings(entityManager).ofInstances(List.of(1L)));
            assertThat(shown)
                    .as("the reading room's own query")
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.network().name()).isEqualTo("resnet18"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_in_what_two_networks_differ(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = images(kind)) {
            record(database, 1, scored(1, 0.9, "HIGH"));
            record(database, 2, scored(2, 0.45, "MEDIUM"));
            record(database, 3, scored(3, 0.2, "LOW"));
            record(
                    database,
                    4,
                    new ShadowStatement(
                            4,
                            SHADOW,
                            new ShadowOpinion.Silent(NoOpinionView.Kind.FAILED, "inference", "r".repeat(900))));
            DisagreementPage page = read(database, reading -> reading.disagreements(0, 2));
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.rows())
                    .extracting(Disagreement::kind)
                    .containsExactly(Disagreement.Kind.SILENCE, Disagreement.Kind.BAND);
            DisagreementPage second = read(database, reading -> reading.disagreements(2, 2));
            assertThat(second.rows()).extracting(Disagreement::kind).containsExactly(Disagreement.Kind.VERDICT);
            List<ShadowTally> tallies = read(database, ShadowReading::tallies);
            assertThat(tallies).containsExactly(new ShadowTally("resnet34/1.0.0", "c".repeat(64), 4, 1, 1, 1, 1));
        }
    }

    /** Four images that the active network calls negative, with a malignancy of 0.2, in band low. */
    private static TestDatabase.Opened images(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int i = 1; i <= 4; i++) {
            Rows.instance(database, i, "1.2.3." + i, "1.2.3", "2026-11-01");
            Rows.finding(database, i, i, 0.2);
        }
        return database;
    }

    private static ShadowStatement scored(long instanceId, double malignancy, String band) {
        NewFinding statement = new NewFinding(
                instanceId,
                SHADOW,
                new Scores(0, 0, 1 - malignancy, malignancy),
                band,
                0.5,
                false,
                new Saliency(1, 1, new byte[1]),
                new Evidence("CPUExecutionProvider", "", "", 1, 2, 3));
        return new ShadowStatement(instanceId, SHADOW, new ShadowOpinion.Scored(statement));
    }

    private static void record(TestDatabase.Opened database, long findingId, ShadowStatement statement) {
        database.inTransaction(entityManager -> {
            Optional<FindingView> active = findings(entityManager).byId(findingId);
            shadows(entityManager).record(statement, active);
        });
    }

    private static <T> T read(TestDatabase.Opened database, Function<ShadowReading, T> question) {
        return database.fromTransaction(entityManager -> {
            ShadowReading reading = new ShadowReading();
            reading.entityManager = entityManager;
            return question.apply(reading);
        });
    }

    private static Findings findings(EntityManager entityManager) {
        Findings findings = new Findings();
        findings.entityManager = entityManager;
        return findings;
    }

    private static ShadowFindings shadows(EntityManager entityManager) {
        ShadowFindings shadows = new ShadowFindings();
        shadows.entityManager = entityManager;
        shadows.clock = Clock.fixed(Instant.EPOCH, java.time.ZoneOffset.UTC);
        shadows.trail = TestTrail.of(entityManager);
        return shadows;
    }
}
