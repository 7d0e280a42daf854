package org.mammoflow.classifier.pixels;

/**
 * A part of a grid.
 *
 * @param bottom first row below
 * @param right first column to the right
 */
record Box(int top, int left, int bottom, int right) {

    int rows() {
        return bottom - top;
    }

    int columns() {
        return right - left;
    }

    Box times(int factor) {
        return new Box(top * factor, left * factor, bottom * factor, right * factor);
    }
}
