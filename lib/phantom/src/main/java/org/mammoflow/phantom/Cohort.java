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

    private final long seed;

    /** @param seed of one woman */
    public Cohort(long seed) {
        this.seed = seed;
    }

    /**
     * A breast with or without a malignant lesion and an implant; benign changes as chance has it. Both breasts of a
     * woman have the same density and kind of implant.
     */
    public Breast breast(Side side, boolean malignant, boolean implanted) {
        Draws woman = Draws.of(seed, "cohort");
        Density density = Density.values()[woman.weighted(0.12, 0.40, 0.38, 0.10)];
        ImplantKind implant = woman.chance(0.5) ? ImplantKind.SUBGLANDULAR : ImplantKind.SUBPECTORAL;
        Draws draws = Draws.of(seed, "lesions drawn", side);
        List<Lesion> lesions = new ArrayList<>();
        Lesion cancer = malignant(draws);
        Lesion change = benign(draws);
        if (malignant) {
            lesions.add(cancer);
        }
        if (draws.chance(0.4)) {
            lesions.add(change);
        }
        return new Breast(seed, side, density, implanted ? implant : ImplantKind.NONE, lesions);
    }

    /** One in eight views of an implanted breast has the implant displaced. */
    public Exposure exposure(Breast breast, View view, Detector detector) {
        boolean displaced = Draws.of(seed, "displaced", breast.side(), view).chance(0.125);
        return new Exposure(view, breast.implanted() && displaced, detector);
    }

    /** One of the simulated detectors, the same for all views of a woman. */
    public Detector detector() {
        return Draws.of(seed, "detector").one(Detector.ALL);
    }

    private static Lesion malignant(Draws draws) {
        double contrast = draws.chance(HARD) ? draws.between(0.3, 0.6) : draws.between(0.85, 1.7);
        return switch (draws.weighted(0.40, 0.20, 0.25, 0.15)) {
            case 0 -> lesion(draws, LesionKind.SPICULATED_MASS, contrast, draws.between(14, 34));
            case 1 -> lesion(draws, LesionKind.CIRCUMSCRIBED_MASS, contrast, draws.between(10, 26));
            case 2 -> lesion(draws, LesionKind.MICROCALCIFICATIONS, contrast, draws.between(12, 30));
            default -> lesion(draws, LesionKind.ARCHITECTURAL_DISTORTION, contrast, draws.between(18, 36));
        };
    }

    private static Lesion benign(Draws draws) {
        double contrast = draws.between(0.4, 1.1);
        return switch (draws.weighted(0.35, 0.35, 0.30)) {
            case 0 -> lesion(draws, LesionKind.CYST, contrast, draws.between(8, 22));
            case 1 -> lesion(draws, LesionKind.FIBROADENOMA, contrast, draws.between(8, 22));
            default -> lesion(draws, LesionKind.VASCULAR_CALCIFICATIONS, contrast, draws.between(30, 50));
        };
    }

    private static Lesion lesion(Draws draws, LesionKind kind, double contrast, double diameterMm) {
        Lesion.Place place =
                new Lesion.Place(draws.between(0.15, 0.85), draws.between(-0.7, 0.8), draws.between(-0.6, 0.8));
        return new Lesion(kind, diameterMm, contrast, place);
    }
}
