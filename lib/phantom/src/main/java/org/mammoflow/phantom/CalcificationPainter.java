package org.mammoflow.phantom;

import java.util.List;

/** Paints calcifications: malignant clusters and benign ones along vessels or alone. */
final class CalcificationPainter {
    private final Findings findings;
    private final Draws draws;

    CalcificationPainter(Findings findings, Draws draws) {
        this.findings = findings;
        this.draws = draws;
    }

    /** Many small grains of unequal size and shape close together, some in branching lines, in a faint haze. */
    void cluster(Findings.Spot spot) {
        double contrast = spot.lesion().contrast();
        haze(spot, 0.05 * contrast);
        int grains = (int) (draws.between(18, 34) + spot.radius() * draws.between(0.8, 2.6));
        double tilt = draws.between(0, 3.14);
        double narrow = draws.between(0.45, 0.9);
        for (int i = 0; i < grains; i++) {
            double u = 0.42 * spot.radius() * draws.normal();
            double v = 0.42 * spot.radius() * draws.normal() * narrow;
            double x = spot.x() + u * StrictMath.cos(tilt) - v * StrictMath.sin(tilt);
            double y = spot.y() + u * StrictMath.sin(tilt) + v * StrictMath.cos(tilt);
            grain(x, y, contrast);
        }
    }

    private void grain(double x, double y, double contrast) {
        double radius = Math.min(0.75, 0.24 * StrictMath.exp(0.45 * draws.normal()));
        double length = draws.chance(0.3) ? radius * draws.between(1.6, 3) : radius;
        double brightness = draws.between(0.25, 0.6) * contrast * (0.6 + radius);
        findings.specks().add(new Speck(x, y, length, radius, draws.between(0, 3.14), brightness));
    }

    private void haze(Findings.Spot spot, double height) {
        Raster density = findings.density();
        density.around(
                spot.x(),
                spot.y(),
                spot.radius() * 1.4,
                (index, distance) -> density.cells[index] += (float) (height * Curve.bell(distance / spot.radius())));
    }

    /** Parallel tracks of fine grains in both walls of a vessel, over a part of its course. */
    void vascular(Findings.Spot spot, List<Vessels.Point> course) {
        int length = Math.min(course.size(), (int) (spot.radius() * 2 / Vessels.STEP_MM));
        int from = draws.count(0, course.size() - length);
        for (Vessels.Point at : course.subList(from, from + length)) {
            for (int wall = -1; wall <= 1; wall += 2) {
                if (draws.chance(0.4)) {
                    fleck(at, wall, spot.lesion().contrast());
                }
            }
        }
        if (length > 0) {
            Vessels.Point middle = course.get(from + length / 2);
            findings.moved(spot, new Findings.Spot(spot.lesion(), middle.x(), middle.y(), spot.radius()));
        }
    }

    private void fleck(Vessels.Point at, int wall, double contrast) {
        double aside = wall * at.width() * 0.55 + 0.08 * draws.normal();
        double x = at.x() - aside * StrictMath.sin(at.direction());
        double y = at.y() + aside * StrictMath.cos(at.direction());
        double brightness = draws.between(0.12, 0.4) * contrast;
        double length = draws.between(0.15, 0.5);
        findings.specks().add(new Speck(x, y, length, draws.between(0.1, 0.24), at.direction(), brightness));
    }

    /** A few coarse, round, scattered calcifications that mean nothing. */
    void scattered(Anatomy anatomy) {
        int grains = draws.count(1, 6);
        for (int i = 0; i < grains; i++) {
            double x = draws.between(8, anatomy.nippleX() - 6);
            double y = anatomy.outline().centreY() + draws.between(-0.7, 0.7) * anatomy.nippleX();
            if (anatomy.depth().at(x, y) > 3) {
                findings.specks().add(Speck.round(x, y, draws.between(0.3, 1.3), draws.between(0.2, 0.6)));
            }
        }
    }
}
