package org.mammoflow.phantom;

/**
 * A lesion in a breast, the same in every view.
 *
 * @param kind what it is
 * @param diameterMm its extent, 4 to 50 mm
 * @param contrast its conspicuity: 1 is typical, 0.3 is easily missed, 2 is obvious
 * @param place where it lies
 */
public record Lesion(LesionKind kind, double diameterMm, double contrast, Place place) {

    public Lesion {
        if (!(diameterMm >= 4 && diameterMm <= 50)) {
            throw new IllegalArgumentException("lesion diameter must be 4 to 50 mm, not " + diameterMm);
        }
        if (!(contrast > 0 && contrast <= 4)) {
            throw new IllegalArgumentException("lesion contrast must be above 0 and at most 4, not " + contrast);
        }
    }

    /**
     * A place within the breast; a lesion that would touch skin or implant moves to the nearest place where it does not.
     *
     * @param anterior 0 at the chest wall to 1 at the nipple
     * @param lateral -1 medial to 1 lateral, seen in CC
     * @param superior -1 low to 1 high, seen in MLO
     */
    public record Place(double anterior, double lateral, double superior) {}
}
