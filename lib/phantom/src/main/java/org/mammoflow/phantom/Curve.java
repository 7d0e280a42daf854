package org.mammoflow.phantom;

/** Shapes of transitions. */
final class Curve {
    private Curve() {}

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    static double step(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from))); // from may be above to: then it falls
        return t * t * (3 - 2 * t);
    }

    /**
     * Angle of a direction, -π to π, within 0.00001: a polynomial, because StrictMath's exact one takes a tenth of a
     * second for each image, and Math's may differ between machines.
     */
    static double angle(double dy, double dx) {
        double x = Math.abs(dx);
        double y = Math.abs(dy);
        double ratio = Math.min(x, y) / Math.max(1e-12, Math.max(x, y));
        double s = ratio * ratio;
        double even = 0.19354346 + s * (-0.11643287 + s * (0.05265332 - s * 0.01172120));
        double angle = ratio * (0.99997726 + s * (-0.33262347 + s * even));
        angle = y > x ? StrictMath.PI / 2 - angle : angle;
        angle = dx < 0 ? StrictMath.PI - angle : angle;
        return dy < 0 ? -angle : angle;
    }

    /** A bell without tails and without transcendental functions: 1 at 0, about 0.5 at 0.6, 0 from 1.5 on. */
    static double bell(double value) {
        double t = 1 - value * value / 2.25;
        return t <= 0 ? 0 : t * t * t;
    }
}
