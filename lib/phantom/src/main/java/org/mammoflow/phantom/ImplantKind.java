package org.mammoflow.phantom;

/** Where an implant lies, if there is one. */
public enum ImplantKind {
    NONE,
    /** In front of the pectoral muscle. */
    SUBGLANDULAR,
    /** Behind the pectoral muscle, which drapes over it. */
    SUBPECTORAL
}
