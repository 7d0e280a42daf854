package org.mammoflow.phantom;

/** An implant in projection: a tilted ellipse behind the gland with a slightly wavy shell. */
final class ImplantShape {
    /** No implant: everything is far outside. */
    static final double FAR_OUTSIDE = -1000;

    private final double centreX;
    private final double centreY;
    private final double halfDepth;
    private final double halfHeight;
    private final double cos;
    private final double sin;
    private final double opacity;
    private final double shell;
    private final double waves;
    private final double phase;
    private final boolean present;

    ImplantShape(Breast breast, Exposure exposure, Anatomy anatomy) {
        present = breast.implanted();
        Draws woman = Draws.of(breast.seed(), "implant");
        opacity = woman.chance(0.72) ? woman.between(0.40, 0.62) : woman.between(0.22, 0.34);
        double size = woman.between(0, 1);
        waves = woman.chance(0.3) ? woman.between(0.006, 0.014) : 0.002;
        shell = woman.between(0.02, 0.09);
        Draws draws = Draws.of(breast.seed(), "implant", breast.side(), exposure.view());
        phase = draws.between(0, 6.28);
        double most = anatomy.nippleX() - (breast.implant() == ImplantKind.SUBPECTORAL ? 26 : 17);
        double front = Math.min(most, anatomy.nippleX() * (0.50 + 0.18 * size));
        halfDepth = front * draws.between(0.62, 0.80);
        halfHeight = halfDepth * draws.between(1.05, 1.3);
        boolean displaced = exposure.implantDisplaced();
        centreX = (displaced ? draws.between(5, 16) : front) - halfDepth;
        double level = anatomy.outline().centreY();
        centreY = exposure.view() == View.CC ? level + draws.between(-6, 6) : level - draws.between(4, 22);
        double tilt = exposure.view() == View.CC ? draws.between(-0.08, 0.08) : draws.between(0.12, 0.35);
        cos = StrictMath.cos(tilt);
        sin = StrictMath.sin(tilt);
    }

    /** Depth within the shell in mm, negative outside. */
    double depthAt(double x, double y) {
        if (!present) {
            return FAR_OUTSIDE;
        }
        double dx = x - centreX;
        double dy = y - centreY;
        double u = (dx * cos + dy * sin) / halfDepth;
        double v = (dy * cos - dx * sin) / halfHeight;
        double rho = Math.sqrt(u * u + v * v);
        if (rho < 0.3) {
            return 0.7 * halfDepth;
        }
        double angle = Curve.angle(v, u);
        double wavy = 1 + waves * (StrictMath.sin(3 * angle + phase) + StrictMath.sin(5 * angle + 2 * phase));
        double slope = Math.sqrt(u * u / (halfDepth * halfDepth) + v * v / (halfHeight * halfHeight)) / rho;
        return (wavy - rho) / slope;
    }

    /** Grey that the implant adds at a depth within its shell. */
    double grey(double depth) {
        if (depth < -1) {
            return 0;
        }
        double edge = Curve.step(-0.4, 0.5, depth);
        double body = 0.62 + 0.38 * Curve.step(0, 0.5 * halfDepth, depth);
        return edge * (opacity * body + shell * Curve.bell((depth - 0.8) / 1.1));
    }

    /** How much of the tissue's texture is still seen through the implant. */
    double transparency(double depth) {
        return 1 - Curve.step(-0.4, 0.6, depth) * Math.min(0.85, 1.5 * opacity);
    }

    /** Muscle drawn over the front of an implant that lies behind it. */
    double drapedMuscle(double y, double depth) {
        double band = Curve.step(-5.5, -2.5, depth) * Curve.step(1, 0, depth);
        return band * Curve.step(centreY + 0.35 * halfHeight, centreY - 0.2 * halfHeight, y);
    }
}
