package org.mammoflow.phantom;

/** Turns grey into stored values: bits, inversion, padding, and the side that the chest wall is on. */
final class Coder {
    /** A collimated frame that no tissue reaches; not along the chest wall. */
    private static final double FRAME_MM = 1.2;

    /** Beyond the skin by this much a masking processing sees air. */
    private static final double AIR_MM = 0.6;

    private final Side side;
    private final Detector.Field field;
    private final Detector.Coding coding;

    Coder(Side side, Detector detector) {
        this.side = side;
        field = detector.field();
        coding = detector.coding();
    }

    /** @param grey chest wall left; markers are brighter than any noise in air */
    short[] coded(float[] grey, Raster depth) {
        short[] samples = new short[grey.length];
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                float value = grey[row * field.columns() + column];
                boolean padding = padded(column, row, value, depth);
                int stored = padding ? coding.padding() : stored(value);
                int target = side == Side.LEFT ? column : field.columns() - 1 - column;
                samples[row * field.columns() + target] = (short) stored;
            }
        }
        return samples;
    }

    private boolean padded(int column, int row, float value, Raster depth) {
        double pixel = field.pixelSpacingMm();
        double x = (column + 0.5) * pixel;
        double y = (row + 0.5) * pixel;
        if (!coding.backgroundMasked()) {
            return x > field.widthMm() - FRAME_MM || y < FRAME_MM || y > field.heightMm() - FRAME_MM;
        }
        return value < 0.5 && depth.at(x, y) < -AIR_MM;
    }

    private int stored(float grey) {
        long rounded = Math.round(coding.stored(grey));
        return (int) Math.max(1, Math.min(coding.largest() - 1, rounded));
    }
}
