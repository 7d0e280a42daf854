package org.mammoflow.dicom.net.upper;

/**
 * Source and reason of an A-ABORT PDU (PS3.8 table 9-26).
 *
 * @param source 0 service-user, 2 service-provider
 * @param reason 0 not specified, 1 unrecognized PDU, 2 unexpected PDU, 5 unexpected PDU parameter, 6 invalid PDU
 *     parameter value
 */
record AbortCause(int source, int reason) {

    static final AbortCause SERVICE_USER = new AbortCause(0, 0);
    static final AbortCause UNRECOGNIZED_PDU = new AbortCause(2, 1);
    static final AbortCause UNEXPECTED_PDU = new AbortCause(2, 2);
    static final AbortCause INVALID_PARAMETER_VALUE = new AbortCause(2, 6);

    @Override
    public String toString() {
        return source + "/" + reason;
    }
}
