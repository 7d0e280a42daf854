package org.mammoflow.classifier.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ShortBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mammoflow.classifier.GreyImage;

class BlockReductionTest {

    private static final char PADDING = GreyImage.PADDING;

    @Test
    void a_block_has_the_mean_of_its_pixels() {
        assertThat(means(2, false, new int[][] {{1, 2, 10, 20}, {3, 4, 30, 42}}))
                .containsExactly(2, 25);
    }

    @Test
    void padding_is_left_out_of_a_mean() {
        assertThat(means(2, false, new int[][] {{1000, PADDING}, {PADDING, 2000}}))
                .containsExactly(1500);
    }

    @Test
    void a_block_of_nothing_but_padding_is_padding() {
        assertThat(means(1, false, new int[][] {{PADDING, 7}})).containsExactly(PADDING, 7);
    }

    @Test
    void the_smaller_blocks_lie_at_the_far_rim_from_whichever_side_they_are_counted() {
        int[][] rows = {{1, 1, 5, 5, 9}, {1, 1, 5, 5, 9}, {3, 3, 3, 3, 3}};
        assertThat(means(2, false, rows)).containsExactly(1, 5, 9, 3, 3, 3);
        assertThat(means(2, true, rows)).containsExactly(7, 3, 1, 3, 3, 3);
    }

    @Test
    void the_largest_block_of_white_does_not_overflow() {
        int[][] white = new int[BlockReduction.MAX_EDGE][BlockReduction.MAX_EDGE];
        for (int[] row : white) {
            Arrays.fill(row, 0xFFFE);
        }
        assertThat(means(BlockReduction.MAX_EDGE, false, white)).containsExactly(0xFFFE);
    }

    /** The stored value of each pixel is the grey that it shows. */
    private static int[] means(int edge, boolean mirrored, int[][] greys) {
        ShortBuffer samples = ShortBuffer.allocate(greys.length * greys[0].length);
        for (int[] row : greys) {
            for (int grey : row) {
                samples.put((short) grey);
            }
        }
        char[] same = new char[1 << 16];
        for (int i = 0; i < same.length; i++) {
            same[i] = (char) i;
        }
        GreyImage image = new GreyImage(greys.length, greys[0].length, samples.flip(), same);
        BlockImage blocks = new BlockReduction(image, edge, mirrored).blocks();
        int[] means = new int[blocks.means().length];
        for (int i = 0; i < means.length; i++) {
            means[i] = blocks.means()[i];
        }
        return means;
    }
}
