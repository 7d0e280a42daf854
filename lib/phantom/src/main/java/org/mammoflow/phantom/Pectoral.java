package org.mammoflow.phantom;

/** The pectoral muscle: a triangle at the top of the chest wall in MLO, at times a thin crescent in CC. */
final class Pectoral {
    private Pectoral() {}

    static Raster over(Raster depth, View view, Draws draws) {
        Raster share = depth.sameSize();
        if (view == View.MLO) {
            triangle(share, draws);
        } else if (draws.chance(0.3)) {
            crescent(share, draws);
        }
        return share;
    }

    private static void triangle(Raster share, Draws draws) {
        double top = draws.between(26, 62);
        double tip = draws.between(80, 160);
        double bend = draws.between(-0.10, 0.22);
        double softness = draws.between(0.8, 2.2);
        NoiseTile ripple = new NoiseTile(draws, new NoiseTile.Grain(64, 4, 64), 3.5);
        for (int row = 0; row < share.rows; row++) {
            double down = Raster.mm(row) / tip;
            if (down > 1.05) {
                break;
            }
            double edge = top * (1 - down) * (1 + 4 * bend * down) + 0.9 * ripple.at(7, Raster.mm(row));
            fillTo(share, row, edge, softness * (1 + down));
        }
    }

    private static void crescent(Raster share, Draws draws) {
        double centre = Raster.mm(share.rows) * draws.between(0.42, 0.58);
        double half = draws.between(30, 55);
        double deep = draws.between(3, 11);
        for (int row = 0; row < share.rows; row++) {
            double t = (Raster.mm(row) - centre) / half;
            if (t * t < 1) {
                fillTo(share, row, deep * (1 - t * t), 1.5);
            }
        }
    }

    private static void fillTo(Raster share, int row, double edge, double softness) {
        int last = Math.min(share.columns - 1, Raster.cell(edge + 2 * softness));
        for (int column = 0; column <= last; column++) {
            share.cells[row * share.columns + column] =
                    (float) Curve.step(edge + softness, edge - softness, Raster.mm(column));
        }
    }
}
