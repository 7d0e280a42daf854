package org.mammoflow.dicom.net.upper;

import java.io.IOException;

/** The association ended before its time; the message names phase and cause, and no patient. */
public final class AssociationAbortedException extends IOException {

    AssociationAbortedException(String reason) {
        super(reason);
    }
}
