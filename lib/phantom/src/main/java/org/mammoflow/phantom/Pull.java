package org.mammoflow.phantom;

/** Architectural distortion draws the tissue round it towards a point. */
final class Pull {
    static final Pull NONE = new Pull(0, 0, 1, 0);

    private final double x;
    private final double y;
    private final double reach;
    private final double strength;

    Pull(double x, double y, double reach, double strength) {
        this.x = x;
        this.y = y;
        this.reach = reach;
        this.strength = strength;
    }

    double shiftX(double atX, double atY) {
        return (atX - x) * weight(atX, atY);
    }

    double shiftY(double atX, double atY) {
        return (atY - y) * weight(atX, atY);
    }

    private double weight(double atX, double atY) {
        double dx = atX - x;
        double dy = atY - y;
        double distance = Math.sqrt(dx * dx + dy * dy) / reach;
        return distance >= 1.5 ? 0 : strength * Curve.bell(distance);
    }
}
