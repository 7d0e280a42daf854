package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Test
    void turns_logits_into_probabilities() {
        float[] logits = {0, (float) Math.log(2), (float) Math.log(3), (float) Math.log(4)};
        assertThat(Softmax.of(logits, 1)).containsExactly(new float[] {0.1f, 0.2f, 0.3f, 0.4f}, within(1e-6f));
    }

    @Test
    void a_temperature_above_one_makes_the_network_humbler() {
        assertThat(Softmax.of(new float[] {0, (float) Math.log(9)}, 2))
                .containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
    }

    @Test
    void huge_logits_do_not_overflow() {
        assertThat(Softmax.of(new float[] {1e30f, -1e30f}, 1)).containsExactly(1, 0);
    }
}
