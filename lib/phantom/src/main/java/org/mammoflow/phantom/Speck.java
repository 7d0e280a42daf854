package org.mammoflow.phantom;

/**
 * A calcification: smaller than a cell of the anatomy, therefore drawn on the detector's pixels.
 *
 * @param x mm from the chest wall
 * @param y mm from the top
 * @param alongMm half length
 * @param acrossMm half width
 * @param angle of the length, radians
 * @param brightness grey that it adds at its thickest
 */
record Speck(double x, double y, double alongMm, double acrossMm, double angle, double brightness) {

    static Speck round(double x, double y, double radiusMm, double brightness) {
        return new Speck(x, y, radiusMm, radiusMm, 0, brightness);
    }

    /** Adds the speck to an image in canonical orientation; what is smaller than a pixel is averaged over it. */
    void drawOn(float[] grey, Detector.Field field) {
        double pixel = field.pixelSpacingMm();
        double along = Math.max(alongMm, 0.6 * pixel);
        double across = Math.max(acrossMm, 0.6 * pixel);
        double height = brightness * (alongMm * acrossMm) / (along * across);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double reach = along * 1.5;
        int bottom = Math.min(field.rows() - 1, (int) ((y + reach) / pixel));
        int right = Math.min(field.columns() - 1, (int) ((x + reach) / pixel));
        for (int row = Math.max(0, (int) ((y - reach) / pixel)); row <= bottom; row++) {
            for (int column = Math.max(0, (int) ((x - reach) / pixel)); column <= right; column++) {
                double dx = (column + 0.5) * pixel - x;
                double dy = (row + 0.5) * pixel - y;
                double u = (dx * cos + dy * sin) / along;
                double v = (dy * cos - dx * sin) / across;
                grey[row * field.columns() + column] += (float) (height * Curve.bell(Math.sqrt(u * u + v * v)));
            }
        }
    }
}
