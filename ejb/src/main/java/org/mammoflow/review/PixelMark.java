package org.mammoflow.review;

/** A place on an image: column and row of the stored pixel, counted from 0 at the upper left. */
public record PixelMark(int column, int row) {

    public PixelMark {
        if (column < 0 || row < 0 || column > 0xFFFF || row > 0xFFFF) {
            throw new InvalidOpinion("a mark must lie on the image");
        }
    }
}
