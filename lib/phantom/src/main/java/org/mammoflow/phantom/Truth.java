package org.mammoflow.phantom;

import java.util.List;

/**
 * What is really in a phantom image.
 *
 * @param malignant a malignant lesion is in the breast
 * @param implant there is an implant, seen or displaced
 * @param lesions where the lesions are in this image
 * @param mask the pixels that malignant lesions cover
 */
public record Truth(boolean malignant, boolean implant, List<Mark> lesions, Mask mask) {

    /**
     * A circle round a lesion, in pixels from the centre of the top left pixel.
     *
     * @param lesion the lesion
     * @param column of the centre
     * @param row of the centre
     * @param radius in pixels
     */
    public record Mark(Lesion lesion, double column, double row, double radius) {

        /** Whether the lesion is malignant. */
        public boolean malignant() {
            return lesion.kind().malignant();
        }
    }
}
