package org.mammoflow.dicom.net.upper;

/** How an association ended. */
sealed interface Ending {

    /** By A-RELEASE. */
    record Released() implements Ending {}

    /** In any other way. */
    record Aborted(String reason) implements Ending {}
}
