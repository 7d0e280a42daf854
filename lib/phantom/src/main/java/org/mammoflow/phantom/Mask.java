package org.mammoflow.phantom;

import java.util.BitSet;

/** A set of pixels of an image. */
public final class Mask {
    private final int columns;
    private final BitSet pixels = new BitSet();

    Mask(int columns) {
        this.columns = columns;
    }

    void add(int column, int row) {
        pixels.set(row * columns + column);
    }

    /** Whether a pixel belongs to the mask. */
    public boolean contains(int column, int row) {
        return column >= 0 && column < columns && pixels.get(row * columns + column);
    }

    /** How many pixels belong to the mask. */
    public int size() {
        return pixels.cardinality();
    }
}
