package org.mammoflow.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CohortTest {
    private static List<Breast> breasts(boolean malignant) {
        return LongStream.range(0, 2000)
                .mapToObj(seed -> new Cohort(seed).breast(Side.LEFT, malignant, true))
                .toList();
    }

    @Test
    void only_the_cancer_differs_between_the_classes() {
        for (long seed = 0; seed < 200; seed++) {
            Breast negative = new Cohort(seed).breast(Side.LEFT, false, true);
            Breast positive = new Cohort(seed).breast(Side.LEFT, true, true);
            assertThat(positive.density()).isEqualTo(negative.density());
            assertThat(positive.implant()).isEqualTo(negative.implant());
            assertThat(positive.lesions())
                    .containsAll(negative.lesions())
                    .hasSize(negative.lesions().size() + 1);
        }
    }

    @Test
    void a_class_says_whether_there_is_cancer_and_an_implant() {
        assertThat(breasts(true)).allMatch(Breast::malignant).allMatch(Breast::implanted);
        assertThat(breasts(false)).noneMatch(Breast::malignant);
        assertThat(new Cohort(1).breast(Side.RIGHT, true, false).implanted()).isFalse();
    }

    @Test
    void every_kind_of_lesion_occurs_and_some_are_truly_hard() {
        for (LesionKind kind : LesionKind.values()) {
            assertThat(share(breast -> breast.lesions().stream().anyMatch(lesion -> lesion.kind() == kind)))
                    .as(kind.name())
                    .isGreaterThan(0.05);
        }
        assertThat(share(breast -> breast.lesions().get(0).contrast() < 0.6)).isBetween(0.07, 0.13);
    }

    private static double share(Predicate<Breast> matches) {
        List<Breast> all = breasts(true);
        return all.stream().filter(matches).count() / (double) all.size();
    }
}
