package org.mammoflow.classifier;

import static org.mammoflow.classifier.MammogramClass.IMPLANT_NEGATIVE;
import static org.mammoflow.classifier.MammogramClass.IMPLANT_POSITIVE;
import static org.mammoflow.classifier.MammogramClass.NO_IMPLANT_NEGATIVE;
import static org.mammoflow.classifier.MammogramClass.NO_IMPLANT_POSITIVE;

import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.pixels.Placement;

/**
 * The log odds of malignancy in each cell of the last feature map: what the network would say if the whole breast looked
 * like this place.
 */
final class Evidence {

    /** Cells along the longer side of a heat map: some for each cell of a 14 × 14 feature map. */
    private static final int MOST_CELLS = 64;

    private final int rows;
    private final int columns;
    private final float[] logOdds;

    Evidence(Scores scores) {
        this.rows = scores.mapRows();
        this.columns = scores.mapColumns();
        this.logOdds = logOdds(scores);
    }

    private static float[] logOdds(Scores scores) {
        int cells = scores.mapRows() * scores.mapColumns();
        double[] bias = biases(scores, cells);
        float[] logOdds = new float[cells];
        for (int i = 0; i < cells; i++) {
            double positive = either(scores, bias, i, IMPLANT_POSITIVE, NO_IMPLANT_POSITIVE);
            logOdds[i] = (float) (positive - either(scores, bias, i, IMPLANT_NEGATIVE, NO_IMPLANT_NEGATIVE));
        }
        return logOdds;
    }

    private static double[] biases(Scores scores, int cells) {
        double[] biases = new double[scores.logits().length];
        for (int c = 0; c < biases.length; c++) {
            double sum = 0;
            for (int i = 0; i < cells; i++) {
                sum += scores.maps()[c * cells + i];
            }
            biases[c] = scores.logits()[c] - sum / cells;
        }
        return biases;
    }

    /** ln(e^a + e^b) of two classes' logits at a place. */
    private static double either(Scores scores, double[] bias, int i, MammogramClass one, MammogramClass other) {
        int cells = scores.mapRows() * scores.mapColumns();
        double a = scores.maps()[one.ordinal() * cells + i] + bias[one.ordinal()];
        double b = scores.maps()[other.ordinal() * cells + i] + bias[other.ordinal()];
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** The evidence over the image as stored; what is no breast, or speaks against malignancy, is 0. */
    HeatMap over(Placement placement) {
        double cell = (double) Math.max(placement.imageRows(), placement.imageColumns()) / MOST_CELLS;
        int mapRows = (int) Math.ceil(placement.imageRows() / cell);
        int mapColumns = (int) Math.ceil(placement.imageColumns() / cell);
        double[] values = new double[mapRows * mapColumns];
        for (int i = 0; i < values.length; i++) {
            double y = (i / mapColumns + 0.5) * placement.imageRows() / mapRows;
            double x = (i % mapColumns + 0.5) * placement.imageColumns() / mapColumns;
            values[i] = placement.isBreast(y, x) ? at(placement.tensorRow(y), placement.tensorColumn(x)) : 0;
        }
        return new HeatMap(mapRows, mapColumns, scaled(values));
    }

    /** Between the cells' centres linear, beyond the outermost ones constant. */
    private double at(double v, double u) {
        double y = Math.min(Math.max(v * rows - 0.5, 0), rows - 1);
        double x = Math.min(Math.max(u * columns - 0.5, 0), columns - 1);
        int y0 = Math.min((int) y, Math.max(rows - 2, 0));
        int x0 = Math.min((int) x, Math.max(columns - 2, 0));
        double upper = between(y0, x0, x - x0);
        double lower = between(Math.min(y0 + 1, rows - 1), x0, x - x0);
        return upper + (lower - upper) * (y - y0);
    }

    private double between(int y, int x, double share) {
        double left = logOdds[y * columns + x];
        double right = logOdds[y * columns + Math.min(x + 1, columns - 1)];
        return left + (right - left) * share;
    }

    private static byte[] scaled(double[] values) {
        double strongest = 0;
        for (double value : values) {
            strongest = Math.max(strongest, value);
        }
        byte[] scaled = new byte[values.length];
        for (int i = 0; strongest > 0 && i < values.length; i++) {
            scaled[i] = (byte) Math.round(255 * Math.max(values[i], 0) / strongest);
        }
        return scaled;
    }
}
