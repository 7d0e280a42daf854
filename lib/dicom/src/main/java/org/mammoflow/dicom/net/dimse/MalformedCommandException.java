package org.mammoflow.dicom.net.dimse;

import java.io.IOException;

/** A command set that cannot be read; the message names element, offset and rule. */
public final class MalformedCommandException extends IOException {

    MalformedCommandException(String message) {
        super(message);
    }
}
