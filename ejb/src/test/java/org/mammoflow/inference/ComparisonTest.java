package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mammoflow.finding.Evidence;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.NetworkIdentity;
import org.mammoflow.finding.NewFinding;
import org.mammoflow.finding.Saliency;
import org.mammoflow.finding.Scores;
import org.mammoflow.inference.ReplayView.ReplayOutcome;

class ComparisonTest {

    private static final NetworkIdentity NETWORK = new NetworkIdentity("resnet18", "1.0.0", "n", "trained");
    private static final Scores SCORES = new Scores(0.1, 0.2, 0.3, 0.4);

    @Test
    void the_same_pixels_tensor_and_scores_are_the_same_finding() {
        Comparison comparison = compare("p", "t", SCORES);
        assertThat(comparison.outcome()).isEqualTo(ReplayOutcome.SAME);
        assertThat(comparison.largestDifference()).isZero();
    }

    @Test
    void another_pixel_or_tensor_digest_differs_even_when_the_scores_agree() {
        assertThat(compare("other", "t", SCORES).outcome()).isEqualTo(ReplayOutcome.DIFFERS);
        assertThat(compare("p", "other", SCORES).outcome()).isEqualTo(ReplayOutcome.DIFFERS);
    }

    @Test
    void scores_may_differ_by_what_arithmetic_leaves_and_no_more() {
        assertThat(compare("p", "t", new Scores(0.1, 0.2, 0.3, 0.40001)).outcome())
                .isEqualTo(ReplayOutcome.SAME);
        assertThat(compare("p", "t", new Scores(0.1, 0.2, 0.3, 0.401)).outcome())
                .isEqualTo(ReplayOutcome.DIFFERS);
    }

    @Test
    void a_score_that_vanished_is_compared_and_not_divided_by() {
        assertThat(compare("p", "t", new Scores(0, 0.2, 0.3, 0.5)).outcome()).isEqualTo(ReplayOutcome.DIFFERS);
    }

    private static Comparison compare(String pixels, String tensor, Scores again) {
        return Comparison.of(
                new FindingView(1, 1, NETWORK, SCORES, "LOW", 0.5, false, false, evidence("p", "t"), Instant.EPOCH),
                new NewFinding(
                        1,
                        NETWORK,
                        again,
                        "LOW",
                        0.5,
                        false,
                        new Saliency(1, 1, new byte[1]),
                        evidence(pixels, tensor)));
    }

    private static Evidence evidence(String pixels, String tensor) {
        return new Evidence("CPUExecutionProvider", pixels, tensor, 1, 2, 3);
    }
}
