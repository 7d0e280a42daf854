package org.mammoflow.classifier.pixels;

import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the breast as the largest bright component, which leaves markers and labels out (those
 * that a thin bridge joins to the breast as well), or finds none.
 *
 * <p>The limits err on the side of "no breast": an image that is refused is shown to a person, one that is wrongly
 * accepted gets a score.
 */
final class Segmentation {

    /** Foreground and background differ less: almost uniform. */
    private static final double LEAST_SEPARATION = 0.05 * 0xFFFE;
    /** Where the background is as bright as this share of the foreground, it is tissue: there is no outline to go by. */
    private static final double BRIGHTEST_BACKGROUND = 0.6;
    /** A smaller component is a marker, a label or dirt. */
    private static final double LEAST_SHARE = 0.02;

    /** With more foreground there is no background to tell it from. */
    private static final double MOST_SHARE = 0.98;

    private final BlockImage cells;

    /**
     * @param cells a coarse view of the image without padding; a breast is some dozens of cells high
     */
    Segmentation(BlockImage cells) {
        this.cells = cells;
    }

    Optional<CellMask> breast() {
        Threshold threshold = new Threshold(cells.histogram());
        int from = threshold.value();
        CellMask foreground = foreground(from);
        CellMask inside = foreground.shrunk().largestComponent();
        CellMask largest = inside.grown().and(foreground);
        boolean found = isOutlined(threshold.meanBelow(from), threshold.meanFrom(from))
                && foreground.share() <= MOST_SHARE
                && largest.share() >= LEAST_SHARE;
        return found ? Optional.of(largest) : Optional.empty();
    }

    private static boolean isOutlined(double background, double foreground) {
        return foreground - background >= LEAST_SEPARATION && background <= BRIGHTEST_BACKGROUND * foreground;
    }

    private CellMask foreground(int from) {
        BitSet foreground = new BitSet(cells.means().length);
        for (int i = 0; i < cells.means().length; i++) {
            foreground.set(i, cells.means()[i] >= from);
        }
        return new CellMask(cells.rows(), cells.columns(), foreground);
    }
}
