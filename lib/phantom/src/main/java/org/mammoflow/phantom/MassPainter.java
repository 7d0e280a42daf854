package org.mammoflow.phantom;

/** Paints masses: a body with a margin of its own kind, and spicules. */
final class MassPainter {
    private final Findings findings;
    private final Findings.Spot spot;
    private final Draws draws;
    private final NoiseTile grain;

    MassPainter(Findings findings, Findings.Spot spot, Draws draws) {
        this.findings = findings;
        this.spot = spot;
        this.draws = draws;
        grain = new NoiseTile(draws, new NoiseTile.Grain(128, 0.4, 12), 3);
    }

    /**
     * @param radius of the body in mm
     * @param height grey that the body adds at its centre
     * @param softness width of the margin in mm
     * @param lobes how far the margin swings, share of the radius
     * @param firstLobe the smallest number of lobes round the body
     * @param oval length over width
     * @param halo grey that a compressed rim of fat takes away
     */
    private record Body(
            double radius, double height, double softness, double lobes, int firstLobe, double oval, double halo) {}

    void cyst() {
        paint(new Body(
                spot.radius(), 0.16 * contrast(), draws.between(0.5, 1.0), 0.012, 2, draws.between(1, 1.2), 0.035));
    }

    void fibroadenoma() {
        double height = 0.17 * contrast();
        paint(new Body(spot.radius(), height, draws.between(0.6, 1.2), 0.05, 2, draws.between(1.2, 1.6), 0.03));
        if (draws.chance(0.3)) {
            popcorn();
        }
    }

    private void popcorn() {
        int grains = draws.count(3, 9);
        for (int i = 0; i < grains; i++) {
            double x = spot.x() + 0.25 * spot.radius() * draws.normal();
            double y = spot.y() + 0.25 * spot.radius() * draws.normal();
            findings.specks().add(Speck.round(x, y, draws.between(0.5, 1.5), draws.between(0.25, 0.5)));
        }
    }

    void circumscribed() {
        double height = 0.26 * contrast();
        paint(new Body(spot.radius(), height, draws.between(1.5, 3.0), 0.055, 5, draws.between(1, 1.35), 0));
        spicules(draws.count(3, 7), 0.9, 0.08 * contrast());
    }

    void spiculated() {
        double core = spot.radius() * draws.between(0.5, 0.7);
        paint(new Body(core, 0.25 * contrast(), 0.28 * spot.radius(), 0.10, 2, draws.between(1, 1.4), 0));
        spicules(draws.count(18, 34), 1.5, 0.10 * contrast());
    }

    void distortion() {
        paint(new Body(spot.radius() * 0.22, 0.10 * contrast(), spot.radius() * 0.2, 0.1, 3, 1.4, 0));
        spicules(draws.count(22, 40), 1.3, 0.10 * contrast());
    }

    private double contrast() {
        return spot.lesion().contrast();
    }

    private void paint(Body body) {
        Lobes lobes = new Lobes(draws, body.firstLobe(), body.lobes());
        double tilt = draws.between(0, 3.14);
        double cos = StrictMath.cos(tilt);
        double sin = StrictMath.sin(tilt);
        double stretch = Math.sqrt(body.oval());
        double reach = body.radius() * 1.6 * stretch + body.softness() + 3;
        Raster density = findings.density();
        density.around(spot.x(), spot.y(), reach, (index, distance) -> {
            double dx = Raster.mm(index % density.columns) - spot.x();
            double dy = Raster.mm(index / density.columns) - spot.y();
            double u = (dx * cos + dy * sin) / stretch;
            double v = (dy * cos - dx * sin) * stretch;
            double edge = body.radius() * lobes.at(Curve.angle(v, u));
            double uneven = 1 + 0.16 * grain.at(dx, dy);
            density.cells[index] += (float) (uneven * profile(body, edge - Math.sqrt(u * u + v * v)));
        });
    }

    /** Grey at a depth within the margin: thin at the rim, full at the centre, a dark halo outside. */
    private static double profile(Body body, double depth) {
        double margin = Curve.step(-body.softness(), body.softness(), depth);
        double thick = 0.55 + 0.45 * Curve.step(0, body.radius(), depth);
        double halo = body.halo() * Curve.bell((depth + body.softness() + 0.6) / 1.2);
        return body.height() * margin * thick - halo;
    }

    private void spicules(int number, double longest, double height) {
        for (int i = 0; i < number; i++) {
            double direction = (i + draws.between(-0.9, 0.9)) * 2 * StrictMath.PI / number;
            double most = draws.between(0.35, 1);
            double length = spot.radius() * most * draws.between(0.6, 1.15) * longest;
            spicule(direction, length, height * draws.between(0.3, 1));
        }
    }

    private void spicule(double towards, double length, double height) {
        double direction = towards;
        double bend = 0.012 * draws.normal();
        double x = spot.x();
        double y = spot.y();
        double width = draws.between(0.35, 0.95);
        for (double gone = 0; gone < length; gone += 0.2) {
            double left = 1 - gone / length;
            findings.spicules().thread(x, y, width * (0.35 + 0.65 * left), height * Math.min(1, 2.2 * left));
            direction += bend + 0.03 * draws.normal();
            x += 0.2 * StrictMath.cos(direction);
            y += 0.2 * StrictMath.sin(direction);
        }
    }

    /** A closed wavy line: radius over angle, 1 on average. */
    private static final class Lobes {
        private final double[] heights = new double[6];
        private final double[] phases = new double[6];
        private final int first;

        Lobes(Draws draws, int first, double swing) {
            this.first = first;
            for (int i = 0; i < heights.length; i++) {
                heights[i] = swing * draws.between(0.3, 1) / (1 + 0.4 * i);
                phases[i] = draws.between(0, 6.28);
            }
        }

        double at(double angle) {
            double sum = 1;
            for (int i = 0; i < heights.length; i++) {
                sum += heights[i] * StrictMath.cos((first + i) * angle + phases[i]);
            }
            return sum;
        }
    }
}
