package org.mammoflow.inference;

/** What a network is there for. The names are stored: never rename one. */
public enum Seat {
    /** Its statements are findings. */
    ACTIVE,
    /** It sees every image beside the active one; what it states is kept for auditors and shown to nobody else. */
    SHADOW
}
