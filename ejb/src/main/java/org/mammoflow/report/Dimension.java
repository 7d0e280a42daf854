package org.mammoflow.report;

/** What statistics are broken down by. */
public enum Dimension {
    NETWORK,
    /** Institution Name (0008,0080) as the image says. */
    SITE,
    /** The calling AE title. */
    DEVICE,
    READER,
    /** In which the network's statement was recorded, UTC. */
    MONTH
}
