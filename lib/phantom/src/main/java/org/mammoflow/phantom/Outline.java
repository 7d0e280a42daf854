package org.mammoflow.phantom;

/**
 * The skin seen in projection: a superellipse round a centre on the chest wall with small undulations and a nipple.
 *
 * <p>Kept as radius over angle, so a distance to the skin costs one look-up.
 */
final class Outline {
    private static final int STEPS = 4096;

    private final double centreY;
    private final float[] radius = new float[STEPS + 1];
    private final float[] obliqueness = new float[STEPS + 1];
    private final double nippleX;
    private final double nippleY;
    private final double nippleBreadth;
    private final double discX;
    private final double discY;

    /**
     * @param centreY where the nipple's level meets the chest wall, mm from the top
     * @param depth from chest wall to nipple
     * @param up half axis towards the head or the lateral side
     * @param down half axis towards the feet or the medial side
     * @param power of the superellipse; 2 is an ellipse
     */
    record Form(double centreY, double depth, double up, double down, double power) {}

    Outline(Form form, Draws draws) {
        centreY = form.centreY();
        double nippleAngle = draws.between(-0.08, 0.16);
        double[] waves = new double[6];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = draws.between(-0.016, 0.016) / (1 + i * 0.35);
        }
        nippleBreadth = draws.between(4.0, 6.0);
        double nippleHeight = draws.between(1.5, 4.5);
        for (int i = 0; i <= STEPS; i++) {
            double angle = angle(i);
            radius[i] = (float) (superellipse(form, angle) * undulation(waves, angle));
        }
        measureObliqueness();
        double reach = radius[(int) Math.round((nippleAngle / StrictMath.PI + 0.5) * STEPS)];
        double disc = reach + nippleHeight - nippleBreadth;
        nippleX = StrictMath.cos(nippleAngle) * reach;
        nippleY = centreY + StrictMath.sin(nippleAngle) * reach;
        discX = StrictMath.cos(nippleAngle) * disc;
        discY = centreY + StrictMath.sin(nippleAngle) * disc;
    }

    private void measureObliqueness() {
        for (int i = 0; i <= STEPS; i++) {
            int before = Math.max(0, i - 6);
            int after = Math.min(STEPS, i + 6);
            double slope = (radius[after] - radius[before]) / (angle(after) - angle(before));
            obliqueness[i] = (float) (radius[i] / Math.sqrt(radius[i] * radius[i] + slope * slope));
        }
    }

    private static double angle(int step) {
        return (step / (double) STEPS - 0.5) * StrictMath.PI;
    }

    private static double superellipse(Form form, double angle) {
        double half = angle < 0 ? form.up() : form.down();
        double x = StrictMath.pow(StrictMath.cos(angle) / form.depth(), form.power());
        double y = StrictMath.pow(Math.abs(StrictMath.sin(angle)) / half, form.power());
        return StrictMath.pow(x + y, -1 / form.power());
    }

    private static double undulation(double[] waves, double angle) {
        double sum = 1;
        for (int i = 0; i < waves.length; i += 2) {
            sum += waves[i] * StrictMath.cos((i + 2) * angle) + waves[i + 1] * StrictMath.sin((i + 2) * angle);
        }
        return sum;
    }

    /** Depth below the skin in mm, negative outside. */
    double depthAt(double xMm, double yMm) {
        double dy = yMm - centreY;
        int step = (int) Math.round((Curve.angle(dy, Math.max(0, xMm)) / StrictMath.PI + 0.5) * STEPS);
        double depth = (radius[step] - Math.sqrt(xMm * xMm + dy * dy)) * obliqueness[step];
        return depth < 12 ? withNipple(depth, xMm, yMm) : depth;
    }

    /** A disc that stands out of the skin, joined to it smoothly over two millimetres. */
    private double withNipple(double depth, double xMm, double yMm) {
        double dx = xMm - discX;
        double dy = yMm - discY;
        double disc = nippleBreadth - Math.sqrt(dx * dx + dy * dy);
        double near = Math.max(0, 2 - Math.abs(disc - depth)) / 2;
        return Math.max(depth, disc) + near * near * 0.5;
    }

    Raster depths(Detector.Field field) {
        Raster depths = Raster.over(field);
        for (int row = 0; row < depths.rows; row++) {
            for (int column = 0; column < depths.columns; column++) {
                depths.cells[row * depths.columns + column] = (float) depthAt(Raster.mm(column), Raster.mm(row));
            }
        }
        return depths;
    }

    double nippleX() {
        return nippleX;
    }

    double nippleY() {
        return nippleY;
    }

    double centreY() {
        return centreY;
    }
}
