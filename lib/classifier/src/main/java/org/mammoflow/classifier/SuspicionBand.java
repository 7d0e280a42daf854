package org.mammoflow.classifier;

/** How a worklist sorts by suspicion: bands rather than raw scores, from the most to the least suspicious. */
public enum SuspicionBand {
    HIGH,
    MEDIUM,
    LOW
}
