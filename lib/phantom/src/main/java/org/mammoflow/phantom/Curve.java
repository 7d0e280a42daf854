package org.mammoflow.phantom;

/** Shapes of transitions. */
final class Curve {
    private Curve() {}

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    static double step(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from))); // from may be above to: then it falls
        return t * t * (3 - 2 * t);
    }

    /** A bell without tails and without transcendental functions: 1 at 0, about 0.5 at 0.6, 0 from 1.5 on. */
    static double bell(double value) {
        double t = 1 - value * value / 2.25;
        return t <= 0 ? 0 : t * t * t;
    }
}
