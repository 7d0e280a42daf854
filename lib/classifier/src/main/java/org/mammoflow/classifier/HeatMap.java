package org.mammoflow.classifier;

/**
 * A coarse map of where evidence for the positive classes lies, in cells over the whole image as stored.
 *
 * @param rows cells from top to bottom
 * @param columns cells from left to right
 * @param cells rows × columns values, row by row, 0 (no evidence) to 255 (the strongest evidence in this image)
 */
public record HeatMap(int rows, int columns, byte[] cells) {}
