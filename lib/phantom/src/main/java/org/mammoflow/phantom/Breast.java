package org.mammoflow.phantom;

import java.util.List;

/**
 * One breast of one phantom woman.
 *
 * @param seed of the woman: both her breasts and all views share form and habit
 * @param side left or right
 * @param density composition
 * @param implant kind of implant
 * @param lesions what is in it, possibly nothing
 */
public record Breast(long seed, Side side, Density density, ImplantKind implant, List<Lesion> lesions) {

    public Breast {
        lesions = List.copyOf(lesions);
    }

    /** Whether one of the lesions is malignant. */
    public boolean malignant() {
        return lesions.stream().anyMatch(lesion -> lesion.kind().malignant());
    }

    /** Whether there is an implant. */
    public boolean implanted() {
        return implant != ImplantKind.NONE;
    }
}
