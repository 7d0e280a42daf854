package org.mammoflow.classifier.pixels;

import org.mammoflow.classifier.GreyImage;

/** The square around a breast: its box with the chest wall on the left edge, centred from top to bottom. */
final class BreastSquare {

    private final BlockImage blocks;
    private final CellMask inside;
    private final CellMask withRim;
    private final int blocksPerCell;
    private final Box box;
    private final boolean turned;

    BreastSquare(BlockImage blocks, CellMask breast, int blocksPerCell) {
        this.blocks = blocks;
        this.inside = breast.shrunk();
        this.withRim = breast.grown();
        this.blocksPerCell = blocksPerCell;
        this.box = withRim.box().times(blocksPerCell);
        this.turned = isChestWallOnTheRight(breast);
    }

    /** A breast narrows towards the nipple, wherever on the film it lies: the heavier half of its box is the chest wall's. */
    private static boolean isChestWallOnTheRight(CellMask breast) {
        Box box = breast.box();
        int half = box.columns() / 2;
        return breast.count(box.right() - half, box.right()) > breast.count(box.left(), box.left() + half);
    }

    int side() {
        return Math.max(box.rows(), box.columns());
    }

    Placement.Blocks placed(boolean mirrored) {
        int top = top();
        int left = turned ? box.right() - side() : box.left();
        Box square = new Box(top, left, top + side(), left + side());
        return new Placement.Blocks(blocks.edge(), mirrored, square, turned, withRim, blocks.edge() * blocksPerCell);
    }

    private int top() {
        return box.top() - (side() - box.rows()) / 2;
    }

    /** side × side values from 0 to 1; whatever is not breast is 0. */
    float[] stretched() {
        float[] stretched = Stretch.of(breastHistogram()).table();
        float[] square = new float[side() * side()];
        forEachBlock(withRim, (y, x, grey) -> square[(y - top()) * side() + column(x)] = stretched[grey]);
        return square;
    }

    private int column(int x) {
        return turned ? box.right() - 1 - x : x - box.left();
    }

    /** Of the breast without its rim, where blocks are half background. */
    private int[] breastHistogram() {
        int[] histogram = new int[GreyImage.PADDING];
        forEachBlock(inside, (y, x, grey) -> histogram[grey]++);
        return histogram;
    }

    private interface BlockVisitor {
        void visit(int y, int x, char grey);
    }

    /** Visits the blocks in the mask's cells that are not padding; cell by cell, because looking up the mask costs most. */
    private void forEachBlock(CellMask mask, BlockVisitor visitor) {
        for (int cell = mask.cells().nextSetBit(0);
                cell >= 0;
                cell = mask.cells().nextSetBit(cell + 1)) {
            int top = cell / mask.columns() * blocksPerCell;
            int left = cell % mask.columns() * blocksPerCell;
            for (int y = top; y < Math.min(top + blocksPerCell, blocks.rows()); y++) {
                visitRow(y, left, Math.min(left + blocksPerCell, blocks.columns()), visitor);
            }
        }
    }

    private void visitRow(int y, int from, int to, BlockVisitor visitor) {
        for (int x = from; x < to; x++) {
            char grey = blocks.means()[y * blocks.columns() + x];
            if (grey != GreyImage.PADDING) {
                visitor.visit(y, x, grey);
            }
        }
    }
}
