package org.mammoflow.phantom;

/** Image Laterality. A left breast has its chest wall at the left edge of the image, a right breast at the right. */
public enum Side {
    LEFT,
    RIGHT
}
