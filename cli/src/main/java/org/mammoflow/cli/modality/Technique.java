package org.mammoflow.cli.modality;

import org.mammoflow.phantom.PhantomImage;

/**
 * What automatic exposure control would have chosen for a breast of this thickness and density.
 *
 * @param kvp tube voltage in kV
 * @param mas exposure in mAs
 * @param milliseconds exposure time
 * @param filter Filter Material
 * @param entranceDoseMgy at the skin
 * @param glandularDoseMgy average glandular dose
 * @param forceN compression force
 */
record Technique(
        double kvp,
        double mas,
        double milliseconds,
        String filter,
        double entranceDoseMgy,
        double glandularDoseMgy,
        double forceN) {

    static Technique of(PhantomImage image) {
        double thickness = image.compressedThicknessMm();
        int density = image.breast().density().ordinal();
        double kvp = Math.rint(25 + thickness / 12);
        double mas = Math.rint(40 + 1.1 * thickness + 9 * density);
        double entrance = mas * 0.045 * (1 + thickness / 400);
        return new Technique(
                kvp,
                mas,
                Math.rint(mas * 9),
                thickness > 55 ? "ALUMINUM" : "RHODIUM",
                entrance,
                entrance * (0.32 - thickness / 500),
                Math.rint(70 + thickness * 0.7));
    }
}
