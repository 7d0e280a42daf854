package org.mammoflow.phantom;

/**
 * A raw mammogram with its truth.
 *
 * @param breast what was imaged
 * @param exposure how it was imaged; {@code exposure.detector()} tells size, spacing and coding
 * @param samples columns × rows stored values, unsigned, row by row from the top left
 * @param compressedThicknessMm Body Part Thickness
 * @param truth class, marks and mask
 */
public record PhantomImage(
        Breast breast, Exposure exposure, short[] samples, double compressedThicknessMm, Truth truth) {

    /** Width in pixels. */
    public int columns() {
        return exposure.detector().field().columns();
    }

    /** Height in pixels. */
    public int rows() {
        return exposure.detector().field().rows();
    }

    /** The stored value of a pixel. */
    public int sample(int column, int row) {
        return samples[row * columns() + column] & 0xFFFF;
    }
}
