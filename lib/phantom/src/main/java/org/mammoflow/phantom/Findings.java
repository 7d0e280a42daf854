package org.mammoflow.phantom;

import java.util.ArrayList;
import java.util.List;

/** What lesions add to an image: soft density, specks, and where all that is. */
final class Findings {
    private final Raster density;
    private final Raster spicules;
    private final List<Speck> specks = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();

    /** Where a lesion came to lie, in mm. */
    record Spot(Lesion lesion, double x, double y, double radius) {}

    Findings(Raster like) {
        density = like.sameSize();
        spicules = like.sameSize();
    }

    Raster density() {
        return density;
    }

    Raster spicules() {
        return spicules;
    }

    List<Speck> specks() {
        return specks;
    }

    List<Spot> spots() {
        return spots;
    }

    void mark(Spot spot) {
        spots.add(spot);
    }

    void moved(Spot from, Spot to) {
        spots.replaceAll(spot -> spot.equals(from) ? to : spot);
    }
}
