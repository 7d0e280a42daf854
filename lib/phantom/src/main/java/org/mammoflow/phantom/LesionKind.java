package org.mammoflow.phantom;

/** What can be found in a phantom breast. */
public enum LesionKind {
    SPICULATED_MASS(true),
    CIRCUMSCRIBED_MASS(true),
    MICROCALCIFICATIONS(true),
    ARCHITECTURAL_DISTORTION(true),
    CYST(false),
    FIBROADENOMA(false),
    VASCULAR_CALCIFICATIONS(false);

    private final boolean malignant;

    LesionKind(boolean malignant) {
        this.malignant = malignant;
    }

    /** Whether an image with this lesion belongs to a cancer positive class. */
    public boolean malignant() {
        return malignant;
    }
}
