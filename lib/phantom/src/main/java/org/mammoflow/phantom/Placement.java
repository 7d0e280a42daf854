package org.mammoflow.phantom;

import org.mammoflow.phantom.Lesion.Place;

/** Finds where a lesion lies in a view: as near as possible to its place, clear of skin, implant and muscle. */
final class Placement {
    private static final double GOLDEN_ANGLE = 2.399963229728653;

    private final Anatomy anatomy;
    private final ImplantShape implant;
    private final View view;

    Placement(Anatomy anatomy, ImplantShape implant, View view) {
        this.anatomy = anatomy;
        this.implant = implant;
        this.view = view;
    }

    Findings.Spot spot(Lesion lesion) {
        Place place = lesion.place();
        double radius = lesion.diameterMm() / 2;
        double x = anatomy.nippleX() * (0.12 + 0.74 * place.anterior());
        double across = view == View.CC ? place.lateral() : place.superior();
        double y = anatomy.outline().centreY() - across * 0.55 * anatomy.nippleX();
        return nearestClear(new Findings.Spot(lesion, x, y, radius));
    }

    /** Walks a sunflower spiral outwards until the lesion fits; smaller margins when it fits nowhere. */
    private Findings.Spot nearestClear(Findings.Spot wanted) {
        for (double margin = 1; margin > 0.05; margin /= 2) {
            for (int i = 0; i < 4000; i++) {
                double away = 1.6 * Math.sqrt(i);
                double x = wanted.x() + away * StrictMath.cos(i * GOLDEN_ANGLE);
                double y = wanted.y() + away * StrictMath.sin(i * GOLDEN_ANGLE);
                if (clear(x, y, wanted.radius(), margin)) {
                    return new Findings.Spot(wanted.lesion(), x, y, wanted.radius());
                }
            }
        }
        return new Findings.Spot(
                wanted.lesion(), anatomy.nippleX() - 12, anatomy.nippleY(), Math.min(wanted.radius(), 8));
    }

    private boolean clear(double x, double y, double radius, double margin) {
        double bottom = Raster.mm(anatomy.depth().rows - 1);
        return x > radius * margin + 2
                && y > radius * margin + 2
                && y < bottom - radius * margin - 2
                && anatomy.depth().at(x, y) > radius * margin + 5
                && anatomy.pectoral().at(x, y) < 0.1
                && implant.depthAt(x, y) < -0.7 * radius * margin - 1;
    }
}
