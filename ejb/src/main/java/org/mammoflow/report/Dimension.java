package org.mammoflow.report;

/** What statistics are broken down by. */
public enum Dimension {
    NETWORK,
    /** Institution Name (0008,0080) as the image says. */
    SITE,
    /** The calling AE title. */
    DEVICE,
    /** ACR BI-RADS composition, where the clinic told it with the outcome. */
    DENSITY,
    READER,
    /** In which the network's statement was recorded, of the site. */
    MONTH;

    // What nobody has read yet says nothing about any reader; where no density is told there is no table of it.
    boolean namesTheUnsaid() {
        return this != READER && this != DENSITY;
    }
}
