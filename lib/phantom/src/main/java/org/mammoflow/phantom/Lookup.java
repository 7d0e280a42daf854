package org.mammoflow.phantom;

import java.util.function.DoubleUnaryOperator;

/** A function on an interval as a table with interpolation: for functions too slow to compute for each cell. */
final class Lookup {
    private static final int STEPS = 2048;

    private final double from;
    private final double perUnit;
    private final double[] values = new double[STEPS + 2];

    Lookup(double from, double to, DoubleUnaryOperator function) {
        this.from = from;
        perUnit = STEPS / (to - from);
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(from + i / perUnit);
        }
    }

    /** The function's value; outside the interval that at its end. */
    double at(double x) {
        double place = Math.max(0, Math.min(STEPS, (x - from) * perUnit));
        int step = (int) place;
        return values[step] + (place - step) * (values[step + 1] - values[step]);
    }
}
