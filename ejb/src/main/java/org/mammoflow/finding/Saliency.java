package org.mammoflow.finding;

/** The heat map: rows × columns cells over the whole image as stored, row by row, 0 to 255 as unsigned bytes. */
public record Saliency(int rows, int columns, byte[] cells) {}
