package org.mammoflow.phantom;

/**
 * Fat and gland. Several layers of the compressed breast, each with its own lobules, are seen on top of each other;
 * strands run towards the nipple.
 */
final class Parenchyma {
    private static final int LAYERS = 6;

    private final Anatomy anatomy;
    private final Pull pull;
    private final NoiseTile tile;
    private final NoiseTile bends;
    private final double[] shiftX = new double[LAYERS];
    private final double[] shiftY = new double[LAYERS];
    private final Habit habit;

    /**
     * What makes one breast look different from another of the same density.
     *
     * @param bias how far gland prevails over fat
     * @param reach size of the gland's region relative to the breast
     * @param strands how strongly structures run towards the nipple
     * @param septa brightness of the connective tissue between lobules
     * @param subcutaneousMm fat below the skin
     * @param crispness of the border between fat and gland
     */
    private record Habit(
            double bias, double reach, double strands, double septa, double subcutaneousMm, double crispness) {

        static Habit of(Breast breast) {
            Draws draws = Draws.of(breast.seed(), "habit");
            double bias = switch (breast.density()) {
                case A -> draws.between(-2.6, -1.9);
                case B -> draws.between(-1.55, -0.75);
                case C -> draws.between(-0.45, 0.35);
                case D -> draws.between(0.8, 1.7);
            };
            double reach = 0.72 + 0.11 * breast.density().ordinal() + draws.between(-0.05, 0.08);
            return new Habit(
                    bias,
                    reach,
                    draws.between(0.35, 0.75),
                    draws.between(0.6, 1.2),
                    draws.between(5, 14) - 1.2 * breast.density().ordinal(),
                    draws.between(0.5, 1.15));
        }
    }

    Parenchyma(Breast breast, Exposure exposure, Anatomy anatomy, Pull pull) {
        this.anatomy = anatomy;
        this.pull = pull;
        habit = Habit.of(breast);
        Draws draws = Draws.of(breast.seed(), "tissue", breast.side(), exposure.view());
        tile = new NoiseTile(draws, new NoiseTile.Grain(1024, 0.28, 26), 3.1);
        bends = new NoiseTile(draws, new NoiseTile.Grain(128, 2.5, 45), 4);
        for (int i = 0; i < LAYERS; i++) {
            shiftX[i] = draws.between(0, 280);
            shiftY[i] = draws.between(0, 280);
        }
    }

    /** Share of gland (0 to 1) with septa on top (up to about 0.3 more), over the field. */
    Raster gland() {
        Raster gland = anatomy.depth().sameSize();
        for (int row = 0; row < gland.rows; row++) {
            for (int column = 0; column < gland.columns; column++) {
                int index = row * gland.columns + column;
                double depth = anatomy.depth().cells[index];
                if (depth > 0) {
                    gland.cells[index] = (float) at(Raster.mm(column), Raster.mm(row), depth);
                }
            }
        }
        return gland;
    }

    private double at(double xMm, double yMm, double depth) {
        double x = xMm + pull.shiftX(xMm, yMm) + 4.5 * bends.at(xMm, yMm);
        double y = yMm + pull.shiftY(xMm, yMm) + 4.5 * bends.at(xMm + 111, yMm + 57);
        double dx = anatomy.nippleX() - x;
        double dy = y - anatomy.nippleY();
        double distance = Math.sqrt(dx * dx + dy * dy);
        double along = distance * 0.42;
        double across = Curve.angle(dy, dx) * 62;
        double radial = habit.strands() * Curve.step(12, 60, distance);
        double region = region(depth, xMm, yMm);
        double sum = 0;
        double septa = 0;
        for (int i = 0; i < LAYERS; i++) {
            double strand = tile.at(along + shiftX[i], across + shiftY[i]);
            double lobule = tile.at(x + shiftY[i], y + shiftX[i]);
            double both = radial * strand + (1 - radial * 0.6) * lobule;
            sum += Curve.step(-habit.crispness(), habit.crispness(), both + habit.bias() + region);
            double crossing = (both + 0.35) * 7;
            septa += 1 / (1 + crossing * crossing);
        }
        double share = sum / LAYERS;
        return share + habit.septa() * (0.26 + 0.12 * share) * septa / LAYERS * Curve.step(0, 12, depth);
    }

    /** High in the gland's cone behind the nipple, very low in the fat below the skin and before the muscle. */
    private double region(double depth, double xMm, double yMm) {
        double dx = anatomy.nippleX() - xMm;
        double dy = yMm - anatomy.nippleY();
        double long1 = anatomy.nippleX() * 0.60 * habit.reach();
        double wide = anatomy.nippleX() * 0.62 * habit.reach();
        double u = (dx - anatomy.nippleX() * 0.44) / long1;
        double v = (dy + anatomy.nippleX() * 0.06) / wide;
        double inside = 1 - Math.sqrt(u * u + v * v);
        double wavy = depth + 3.5 * bends.at(yMm + 31, xMm + 83) + 2.2 * tile.at(xMm * 1.3, yMm * 1.3);
        double skin = Curve.step(habit.subcutaneousMm() + 13, habit.subcutaneousMm(), wavy);
        double retroareolar = Curve.bell(Math.sqrt(dx * dx + dy * dy) / 30);
        return Math.max(-2.2, Math.min(0.7, inside * 2.4)) - 2.6 * skin * (1 - 0.8 * retroareolar);
    }
}
