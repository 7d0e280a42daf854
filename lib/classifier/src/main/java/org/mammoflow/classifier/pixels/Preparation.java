package org.mammoflow.classifier.pixels;

import java.util.Optional;
import org.mammoflow.classifier.GreyImage;

/**
 * From stored samples to a network's input: blocks, breast, chest wall to the left, crop, square, stretch, area resize,
 * normalisation.
 *
 * <p>Safe for any number of threads.
 */
public final class Preparation {

    /** Blocks across the image for each pixel of the tensor: enough that the resize still has something to average. */
    private static final int BLOCKS_PER_PIXEL = 2;
    /** Blocks along a cell of the breast's mask: an outline needs less detail than a picture, and less is faster. */
    private static final int BLOCKS_PER_CELL = 4;

    private final int size;
    private final float mean;
    private final float std;

    /**
     * @param size height and width of the tensor in pixels
     * @param mean subtracted from grey 0 to 1
     * @param std then divided by
     */
    public Preparation(int size, float mean, float std) {
        this.size = size;
        this.mean = mean;
        this.std = std;
    }

    /** Prepares an image; reads every sample once and changes none. */
    public Prepared prepare(GreyImage image) {
        boolean mirrored = BrighterHalf.isRight(image);
        BlockImage blocks = new BlockReduction(image, blockEdge(image), mirrored).blocks();
        BlockImage cells = blocks.coarser(BLOCKS_PER_CELL);
        Optional<CellMask> breast = new Segmentation(cells).breast();
        if (breast.isEmpty()) {
            return new Prepared.NoBreast();
        }
        BreastSquare square = new BreastSquare(blocks, breast.get(), BLOCKS_PER_CELL);
        Placement placement = new Placement(image.rows(), image.columns(), square.placed(mirrored));
        return new Prepared.Ready(new InputTensor(size, normalised(square)), placement);
    }

    private int blockEdge(GreyImage image) {
        int edge = Math.max(image.rows(), image.columns()) / (BLOCKS_PER_PIXEL * size);
        return Math.min(Math.max(edge, 1), BlockReduction.MAX_EDGE);
    }

    private float[] normalised(BreastSquare square) {
        float[] values = new AreaResize(square.side(), size).apply(square.stretched());
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) / std;
        }
        return values;
    }
}
