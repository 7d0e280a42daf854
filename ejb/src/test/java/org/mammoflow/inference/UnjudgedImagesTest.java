package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class UnjudgedImagesTest {

    @ParameterizedTest
    @EnumSource
    void every_image_without_a_finding_is_listed_with_its_reason(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = fourImages(kind)) {
            Map<JobState, Long> counts = ask(database, jobs -> jobs.unjudged());
            assertThat(counts).isEqualTo(Map.of(JobState.UNSUITABLE, 1L, JobState.FAILED, 1L, JobState.WAITING, 1L));
            List<UnjudgedImage> unsuitable = ask(database, jobs -> jobs.unjudged(JobState.UNSUITABLE, 0, 10));
            assertThat(unsuitable).singleElement().satisfies(image -> {
                assertThat(image.sopInstanceUid()).isEqualTo("1.2.3.2");
                assertThat(image.studyInstanceUid()).isEqualTo("1.2.3");
                assertThat(image.reason()).isEqualTo("SPOT_VIEW: view modifier");
            });
            List<UnjudgedImage> second = ask(database, jobs -> jobs.unjudged(JobState.FAILED, 1, 10));
            assertThat(second).isEmpty();
        }
    }

    @Test
    void a_classified_image_is_no_image_without_a_finding() {
        assertThatThrownBy(() -> new Jobs().unjudged(JobState.CLASSIFIED, 0, 10))
                .hasMessageContaining("has a finding");
    }

    private static TestDatabase.Opened fourImages(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int i = 1; i <= 4; i++) {
            Rows.instance(database, i, "1.2.3." + i, "1.2.3", "2026-11-01");
        }
        Rows.job(database, 1, 1, "CLASSIFIED", "");
        Rows.job(database, 2, 2, "UNSUITABLE", "SPOT_VIEW: view modifier");
        Rows.job(database, 3, 3, "FAILED", "UNREADABLE_PIXELS: marker missing");
        Rows.job(database, 4, 4, "WAITING", "");
        return database;
    }

    private static <T> T ask(TestDatabase.Opened database, Function<Jobs, T> question) {
        return database.fromTransaction(entityManager -> {
            Jobs jobs = new Jobs();
            jobs.entityManager = entityManager;
            return question.apply(jobs);
        });
    }
}
