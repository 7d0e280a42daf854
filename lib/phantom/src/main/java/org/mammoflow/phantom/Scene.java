package org.mammoflow.phantom;

/** All tissue together: grey between 0 (air) and about 1, as the detector's processing would show it without noise. */
final class Scene {
    private static final double FAT = 0.32;
    private static final double GLAND_OVER_FAT = 0.36;
    private static final double MUSCLE = 0.60;

    private final Anatomy anatomy;
    private final ImplantShape implant;
    private final boolean subpectoral;
    private final double equalisation;
    private final Lookup processing;
    private final double muscle;
    private final Lookup rim;
    private final NoiseTile cloud;
    private final NoiseTile fibres;
    private final double fibreSlope;
    private final Raster grey;

    /** How bright and how contrasty this one image came out: no two exposures are alike. */
    private record Processing(double gain, double offset, double gamma, double muscle) {

        static Processing of(Draws draws) {
            return new Processing(
                    draws.between(0.84, 1.14),
                    draws.between(-0.03, 0.05),
                    draws.between(0.85, 1.2),
                    draws.between(-0.1, 0.14));
        }

        /** Soft above 0.9, so that implants and dense spots do not simply clip. */
        double apply(double grey) {
            double raised = StrictMath.pow(Math.max(grey, 0.001), gamma) * gain + offset;
            return raised < 0.9 ? Math.max(raised, 0.02) : 0.9 + 0.2 * (raised - 0.9) / (raised - 0.7);
        }
    }

    Scene(Breast breast, Exposure exposure, Anatomy anatomy, ImplantShape implant) {
        this.anatomy = anatomy;
        this.implant = implant;
        subpectoral = breast.implant() == ImplantKind.SUBPECTORAL;
        equalisation = exposure.detector().response().equalisation();
        Draws draws = Draws.of(breast.seed(), "scene", breast.side(), exposure.view());
        Processing drawn = Processing.of(draws);
        processing = new Lookup(0, 3, drawn::apply);
        muscle = MUSCLE + drawn.muscle();
        rim = new Lookup(0, anatomy.thicknessMm() * 0.5, this::rim);
        cloud = new NoiseTile(draws, new NoiseTile.Grain(1024, 0.28, 70), 3.0);
        fibres = new NoiseTile(draws, new NoiseTile.Grain(256, 0.5, 14), 2.6);
        fibreSlope = draws.between(0.3, 0.55);
        grey = anatomy.depth().sameSize();
    }

    Raster grey() {
        return grey;
    }

    Raster depth() {
        return anatomy.depth();
    }

    void compose(Raster gland, Raster threads, Findings findings) {
        for (int row = 0; row < grey.rows; row++) {
            for (int column = 0; column < grey.columns; column++) {
                int index = row * grey.columns + column;
                // One millimetre beyond the skin keeps the interpolated edge clean.
                if (anatomy.depth().cells[index] > -1) {
                    double lines = threads.cells[index] + findings.spicules().cells[index];
                    double soft = FAT + GLAND_OVER_FAT * gland.cells[index] + findings.density().cells[index] + lines;
                    grey.cells[index] = (float) at(Raster.mm(column), Raster.mm(row), index, soft);
                }
            }
        }
    }

    private double at(double x, double y, int index, double soft) {
        double depth = anatomy.depth().cells[index];
        double tissue = soft + 0.028 * cloud.at(x, y);
        double within = implant.depthAt(x, y);
        double share = anatomy.pectoral().cells[index];
        if (subpectoral) {
            share = Math.max(share, 0.55 * implant.drapedMuscle(y, within));
        }
        tissue += share * (muscleGrey(x, y) + 0.22 * (tissue - FAT) - tissue);
        double seen = implant.transparency(within);
        tissue = tissue * seen + 0.45 * (1 - seen) + implant.grey(within);
        return processing.at(tissue * rim.at(depth) + skin(depth) + nipple(x, y));
    }

    private double muscleGrey(double x, double y) {
        double along = y + x * fibreSlope;
        double across = x - y * fibreSlope;
        return muscle + 0.022 * fibres.at(along * 0.18, across) + 0.03 * cloud.at(x + 90, y);
    }

    /** The compressed breast is rounded at its rim; the processing makes up for a part of the missing thickness. */
    private double rim(double depth) {
        double reach = anatomy.thicknessMm() * 0.5;
        double t = Math.max(0, 1 - Math.max(depth, 0.25) / reach);
        double thickness = Math.sqrt(1 - t * t);
        return StrictMath.pow(thickness, 1 - equalisation);
    }

    private static double skin(double depth) {
        return 0.075 * Curve.bell((depth - 0.9) / 1.1);
    }

    private double nipple(double x, double y) {
        double dx = x - anatomy.nippleX() + 2;
        double dy = y - anatomy.nippleY();
        return 0.10 * Curve.bell(Math.sqrt(dx * dx + dy * dy) / 4.5);
    }
}
