package org.mammoflow.classifier.pixels;

/**
 * Where on an image a tensor lies, and which part of the image is breast.
 *
 * @param imageRows height of the image in pixels
 * @param imageColumns width of the image in pixels
 * @param blocks what the pipeline has worked on
 */
public record Placement(int imageRows, int imageColumns, Blocks blocks) {

    /**
     * The block grid of an image and the square cut out of it.
     *
     * @param edge pixels along a block
     * @param mirrored whether blocks are counted from the right rim
     * @param square the square in blocks; may reach beyond the image
     * @param turned whether the square was mirrored (again) to have the chest wall on its left
     * @param breast in cells
     * @param cellEdge pixels along a cell of the breast's mask
     */
    record Blocks(int edge, boolean mirrored, Box square, boolean turned, CellMask breast, int cellEdge) {}

    /** Whether the pixel is breast or, at most one cell off, its rim. */
    public boolean isBreast(double row, double column) {
        int x = (int) Math.floor(counted(column) / blocks.cellEdge());
        return blocks.breast().get((int) Math.floor(row / blocks.cellEdge()), x);
    }

    /** Where an image row lies in the tensor: 0 its upper edge, 1 its lower edge, beyond: outside. */
    public double tensorRow(double row) {
        return (row / blocks.edge() - blocks.square().top()) / blocks.square().rows();
    }

    /** Where an image column lies in the tensor: 0 its left edge (the chest wall), 1 its right edge, beyond: outside. */
    public double tensorColumn(double column) {
        double u = (counted(column) / blocks.edge() - blocks.square().left())
                / blocks.square().columns();
        return blocks.turned() ? 1 - u : u;
    }

    private double counted(double column) {
        return blocks.mirrored() ? imageColumns - column : column;
    }
}
