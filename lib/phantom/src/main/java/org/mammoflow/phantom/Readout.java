package org.mammoflow.phantom;

import java.util.List;

/** The detector: samples the scene on its pixels, blurs, adds noise, and codes grey as stored values. */
final class Readout {
    /** Wavelengths that the scene's cells cannot hold. */
    private static final double FINE_TEXTURE = 0.013;

    private final Breast breast;
    private final Exposure exposure;
    private final Detector detector;
    private final Detector.Field field;

    Readout(Breast breast, Exposure exposure) {
        this.breast = breast;
        this.exposure = exposure;
        detector = exposure.detector();
        field = detector.field();
    }

    short[] samples(Scene scene, List<Speck> specks) {
        float[] grey = sampled(scene);
        specks.forEach(speck -> speck.drawOn(grey, field));
        addNoise(grey);
        new Blur(field, detector.response().blurMm()).apply(grey);
        SideMarker.draw(grey, breast, exposure);
        return new Coder(breast.side(), detector).coded(grey, scene.depth());
    }

    private Draws draws(String purpose) {
        return Draws.of(breast.seed(), purpose, breast.side(), exposure.view());
    }

    private float[] sampled(Scene scene) {
        float[] grey = new float[field.columns() * field.rows()];
        NoiseTile fine = new NoiseTile(draws("fine"), new NoiseTile.Grain(1024, 0.07, 0.6), 3);
        float[] greyLine = new float[scene.grey().columns];
        float[] depthLine = new float[scene.grey().columns];
        double pixel = field.pixelSpacingMm();
        double texture = pixel < Raster.CELL_MM ? FINE_TEXTURE : 0;
        for (int row = 0; row < field.rows(); row++) {
            double y = (row + 0.5) * pixel;
            interpolateRows(scene.grey(), y, greyLine);
            interpolateRows(scene.depth(), y, depthLine);
            for (int column = 0; column < field.columns(); column++) {
                double x = (column + 0.5) * pixel;
                float depth = along(depthLine, x);
                if (depth > -pixel) {
                    double inside = Math.min(1, (depth + pixel) / (2 * pixel));
                    double value = along(greyLine, x) + texture * fine.at(x, y);
                    grey[row * field.columns() + column] = (float) (inside * value);
                }
            }
        }
        return grey;
    }

    private static void interpolateRows(Raster raster, double yMm, float[] line) {
        double y = yMm / Raster.CELL_MM;
        int row = Math.min(raster.rows - 2, (int) y);
        float down = (float) (y - row);
        int top = row * raster.columns;
        for (int i = 0; i < line.length; i++) {
            float upper = raster.cells[top + i];
            line[i] = upper + down * (raster.cells[top + raster.columns + i] - upper);
        }
    }

    private static float along(float[] line, double xMm) {
        double x = xMm / Raster.CELL_MM;
        int column = Math.min(line.length - 2, (int) x);
        return line[column] + (float) (x - column) * (line[column + 1] - line[column]);
    }

    /** Quantum noise: more where less comes through, and less per pixel the larger the pixel is. */
    private void addNoise(float[] grey) {
        long state = draws("noise").seed();
        float tissue = (float) (detector.response().noise() / field.pixelSpacingMm());
        for (int i = 0; i < grey.length; i++) {
            float sigma = tissue * (0.55f + 0.9f * Math.min(1.1f, grey[i]));
            grey[i] += sigma * Draws.quarters(Draws.mix(state + i));
        }
    }
}
