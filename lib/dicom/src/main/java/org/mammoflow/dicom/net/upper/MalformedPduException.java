package org.mammoflow.dicom.net.upper;

import java.io.IOException;

/** A PDU breaks PS3.8; the message says which rule and carries nothing that the peer sent as text. */
final class MalformedPduException extends IOException {

    private final AbortCause cause;

    MalformedPduException(AbortCause cause, String message) {
        super(message);
        this.cause = cause;
    }

    MalformedPduException(String message) {
        this(AbortCause.INVALID_PARAMETER_VALUE, message);
    }

    AbortCause abortCause() {
        return cause;
    }
}
