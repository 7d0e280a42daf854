package org.mammoflow.classifier.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AreaResizeTest {

    @Test
    void an_output_pixel_is_the_mean_of_what_lies_below_it() {
        float[] square = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        assertThat(new AreaResize(4, 2).apply(square)).containsExactly(3.5f, 5.5f, 11.5f, 13.5f);
    }

    @Test
    void shares_of_pixels_count_by_their_area() {
        float[] square = {3, 6, 9, 3, 6, 9, 3, 6, 9};
        assertThat(new AreaResize(3, 2).apply(square)).containsExactly(new float[] {4, 8, 4, 8}, within(1e-6f));
    }

    @Test
    void enlarging_keeps_the_mean() {
        assertThat(new AreaResize(2, 3).apply(new float[] {0, 6, 0, 6}))
                .containsExactly(new float[] {0, 3, 6, 0, 3, 6, 0, 3, 6}, within(1e-6f));
    }
}
