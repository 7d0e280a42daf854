package org.mammoflow.classifier;

import java.nio.ShortBuffer;

/**
 * An image by formula, in integers only, so that every machine makes the same: a half ellipse with a texture and a
 * bright marker beside it. No breast phantom; its only purpose is to come out the same again.
 *
 * @param seed of the texture
 * @param bits 12 or 16 bits stored
 * @param inverted as MONOCHROME1 stores
 * @param right the chest wall's side
 */
record GoldenImage(int seed, int rows, int columns, int bits, boolean inverted, boolean right) {

    private static final int WHITE = 4095;

    GreyImage image() {
        short[] samples = new short[rows * columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                samples[y * columns + x] = stored(y, right ? columns - 1 - x : x);
            }
        }
        return new GreyImage(rows, columns, ShortBuffer.wrap(samples), grey());
    }

    private short stored(int y, int x) {
        int value = isMarker(y, x) ? WHITE : breast(y, x);
        return (short) ((inverted ? WHITE - value : value) << (bits - 12));
    }

    private boolean isMarker(int y, int x) {
        return x > columns * 9 / 10 && x < columns * 19 / 20 && y > rows / 20 && y < rows / 10;
    }

    private int breast(int y, int x) {
        long u = 10_000L * x / (7L * columns);
        long v = 10_000L * (2L * y - rows) / (9L * rows);
        long distance = u * u + v * v;
        if (distance >= 1_000_000) {
            return 0;
        }
        int texture = noise(y / 64, x / 64, 800) + noise(y / 16, x / 16, 400) + noise(y, x, 100);
        return 1000 + (int) ((1_000_000 - distance) / 1000) + texture;
    }

    /** 0 to {@code most}, excluded: a multiplicative hash of place and seed. */
    private int noise(int y, int x, int most) {
        int hash = (seed * 31 + y) * 0x9E3779B1 + x * 0x85EBCA77;
        hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
        return Integer.remainderUnsigned(hash ^ (hash >>> 13), most);
    }

    private char[] grey() {
        char[] grey = new char[1 << 16];
        int shift = bits - 12;
        for (int stored = 0; stored < grey.length; stored++) {
            long value = Math.min(stored >> shift, WHITE);
            grey[stored] = (char) ((inverted ? WHITE - value : value) * 0xFFFE / WHITE);
        }
        return grey;
    }
}
