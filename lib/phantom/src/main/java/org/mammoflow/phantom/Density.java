package org.mammoflow.phantom;

/** Breast composition from almost entirely fatty (A) to extremely dense (D). */
public enum Density {
    A,
    B,
    C,
    D
}
