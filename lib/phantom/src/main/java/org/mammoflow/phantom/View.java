package org.mammoflow.phantom;

/** The two views of a screening study. */
public enum View {
    /** Cranio-caudal: from above. */
    CC,
    /** Medio-lateral oblique: from the side, with the pectoral muscle. */
    MLO
}
