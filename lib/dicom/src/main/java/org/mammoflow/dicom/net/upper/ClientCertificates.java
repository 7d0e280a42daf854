package org.mammoflow.dicom.net.upper;

/** Whether a TLS port asks its callers for certificates. */
public enum ClientCertificates {
    NOT_ASKED,
    /** Asked for; what is given must be valid. */
    WANTED,
    /** Without a valid one there is no connection. */
    REQUIRED
}
