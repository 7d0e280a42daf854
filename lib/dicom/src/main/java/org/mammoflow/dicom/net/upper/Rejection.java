package org.mammoflow.dicom.net.upper;

/**
 * The contents of an A-ASSOCIATE-RJ PDU (PS3.8 table 9-21).
 *
 * @param result 1 rejected-permanent, 2 rejected-transient
 * @param source 1 service-user, 2 service-provider (ACSE), 3 service-provider (presentation)
 * @param reason as the table says for the source
 */
public record Rejection(int result, int source, int reason) {

    static final Rejection APPLICATION_CONTEXT_NOT_SUPPORTED = new Rejection(1, 1, 2);
    static final Rejection CALLING_AE_TITLE_NOT_RECOGNISED = new Rejection(1, 1, 3);
    static final Rejection CALLED_AE_TITLE_NOT_RECOGNISED = new Rejection(1, 1, 7);
    static final Rejection PROTOCOL_VERSION_NOT_SUPPORTED = new Rejection(1, 2, 2);
    static final Rejection TEMPORARY_CONGESTION = new Rejection(2, 3, 1);
    static final Rejection LOCAL_LIMIT_EXCEEDED = new Rejection(2, 3, 2);

    /** Whether trying again later can help. */
    public boolean isTransient() {
        return result == 2;
    }

    @Override
    public String toString() {
        return result + "/" + source + "/" + reason;
    }
}
