package org.mammoflow.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws breasts and exposures for a class, so that nothing but the lesion tells positive from negative: density,
 * implant, detector, exposure and benign changes have the same distribution in both.
 */
public final class Cohort {
    /** Share of malignant lesions that are truly hard to see. */
    private static final double HARD = 0.10;

    private final Draws draws;
    private final long seed;

    /** @param seed of one woman */
    public Cohort(long seed) {
        this.seed = seed;
        draws = Draws.of(seed, "cohort");
    }

    /** A breast with or without a malignant lesion and an implant; benign changes as chance has it. */
    public Breast breast(Side side, boolean malignant, boolean implanted) {
        Density density = Density.values()[draws.weighted(0.12, 0.40, 0.38, 0.10)];
        ImplantKind implant = draws.chance(0.5) ? ImplantKind.SUBGLANDULAR : ImplantKind.SUBPECTORAL;
        List<Lesion> lesions = new ArrayList<>();
        Lesion cancer = malignant();
        Lesion change = benign();
        boolean changed = draws.chance(0.4);
        if (malignant) {
            lesions.add(cancer);
        }
        if (changed) {
            lesions.add(change);
        }
        return new Breast(seed, side, density, implanted ? implant : ImplantKind.NONE, lesions);
    }

    /** One in eight views of an implanted breast has the implant displaced. */
    public Exposure exposure(Breast breast, View view, Detector detector) {
        return new Exposure(view, breast.implanted() && draws.chance(0.125), detector);
    }

    /** One of the simulated detectors, the same for all views of a woman. */
    public Detector detector() {
        return Draws.of(seed, "detector").one(Detector.ALL);
    }

    private Lesion malignant() {
        double contrast = draws.chance(HARD) ? draws.between(0.3, 0.6) : draws.between(0.85, 1.7);
        return switch (draws.weighted(0.40, 0.20, 0.25, 0.15)) {
            case 0 -> lesion(LesionKind.SPICULATED_MASS, contrast, 14, 34);
            case 1 -> lesion(LesionKind.CIRCUMSCRIBED_MASS, contrast, 10, 26);
            case 2 -> lesion(LesionKind.MICROCALCIFICATIONS, contrast, 12, 30);
            default -> lesion(LesionKind.ARCHITECTURAL_DISTORTION, contrast, 18, 36);
        };
    }

    private Lesion benign() {
        double contrast = draws.between(0.4, 1.1);
        return switch (draws.weighted(0.35, 0.35, 0.30)) {
            case 0 -> lesion(LesionKind.CYST, contrast, 8, 22);
            case 1 -> lesion(LesionKind.FIBROADENOMA, contrast, 8, 22);
            default -> lesion(LesionKind.VASCULAR_CALCIFICATIONS, contrast, 30, 50);
        };
    }

    private Lesion lesion(LesionKind kind, double contrast, double smallest, double largest) {
        Lesion.Place place =
                new Lesion.Place(draws.between(0.15, 0.85), draws.between(-0.7, 0.8), draws.between(-0.6, 0.8));
        return new Lesion(kind, draws.between(smallest, largest), contrast, place);
    }
}
