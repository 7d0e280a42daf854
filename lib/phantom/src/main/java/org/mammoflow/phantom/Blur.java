package org.mammoflow.phantom;

/** The detector's point spread: three taps each way. */
final class Blur {
    private final Detector.Field field;
    private final float side;

    Blur(Detector.Field field, double blurMm) {
        this.field = field;
        double pixels = blurMm / field.pixelSpacingMm();
        // Three taps with weight w at each side have the variance 2w.
        side = (float) Math.min(0.25, pixels * pixels / 2);
    }

    void apply(float[] grey) {
        int columns = field.columns();
        for (int row = 0; row < field.rows(); row++) {
            acrossRow(grey, row * columns, columns);
        }
        float[] above = new float[columns];
        System.arraycopy(grey, 0, above, 0, columns);
        for (int row = 1; row < field.rows() - 1; row++) {
            downColumns(grey, row * columns, above);
        }
    }

    private void acrossRow(float[] grey, int start, int columns) {
        float before = grey[start];
        for (int i = start + 1; i < start + columns - 1; i++) {
            float here = grey[i];
            grey[i] = here + side * (before + grey[i + 1] - 2 * here);
            before = here;
        }
    }

    private void downColumns(float[] grey, int start, float[] above) {
        int columns = above.length;
        for (int column = 0; column < columns; column++) {
            float here = grey[start + column];
            grey[start + column] = here + side * (above[column] + grey[start + columns + column] - 2 * here);
            above[column] = here;
        }
    }
}
