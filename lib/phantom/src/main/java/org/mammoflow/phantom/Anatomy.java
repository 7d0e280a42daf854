package org.mammoflow.phantom;

/**
 * Where skin, nipple and pectoral muscle of a breast lie in one view. A woman's two breasts resemble each other.
 *
 * @param outline the skin
 * @param thicknessMm of the compressed breast
 * @param depth below the skin over the field
 * @param pectoral share of muscle over the field, 0 to 1
 */
record Anatomy(Outline outline, double thicknessMm, Raster depth, Raster pectoral) {

    static Anatomy of(Breast breast, Exposure exposure) {
        Detector.Field field = exposure.detector().field();
        Draws woman = Draws.of(breast.seed(), "form");
        double size = woman.between(0, 1);
        double power = woman.between(1.85, 2.35);
        double thickness = 32 + 30 * size + woman.between(-5, 8);
        Draws draws = Draws.of(breast.seed(), "view", breast.side(), exposure.view());
        Outline outline = new Outline(form(exposure.view(), field, size, power, draws), draws);
        Raster depth = outline.depths(field);
        return new Anatomy(outline, thickness, depth, Pectoral.over(depth, exposure.view(), draws));
    }

    private static Outline.Form form(View view, Detector.Field field, double size, double power, Draws draws) {
        double depth = Math.min(field.widthMm() - 22, (78 + 58 * size) * draws.between(0.96, 1.04));
        if (view == View.CC) {
            double half = Math.min(field.heightMm() / 2 - 6, 74 + 42 * size);
            double centre = field.heightMm() * draws.between(0.47, 0.53);
            double lateral = Math.min(half * draws.between(1.0, 1.1), centre - 3);
            return new Outline.Form(centre, depth, lateral, half * draws.between(0.92, 1.0), power);
        }
        double centre = field.heightMm() * draws.between(0.52, 0.60);
        double down = Math.min(70 + 36 * size, field.heightMm() - centre - 8);
        return new Outline.Form(centre, depth * 1.04, centre * draws.between(1.14, 1.42), down, power);
    }

    /** Where the milk ducts meet. */
    double nippleX() {
        return outline.nippleX();
    }

    double nippleY() {
        return outline.nippleY();
    }
}
