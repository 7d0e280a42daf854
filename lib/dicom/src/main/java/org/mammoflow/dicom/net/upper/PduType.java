package org.mammoflow.dicom.net.upper;

/** The PDU types of PS3.8 9.3. */
final class PduType {

    static final int ASSOCIATE_RQ = 0x01;
    static final int ASSOCIATE_AC = 0x02;
    static final int ASSOCIATE_RJ = 0x03;
    static final int P_DATA_TF = 0x04;
    static final int RELEASE_RQ = 0x05;
    static final int RELEASE_RP = 0x06;
    static final int ABORT = 0x07;

    /** Bytes before the variable field of every PDU: type, reserved, length. */
    static final int HEADER_LENGTH = 6;

    private PduType() {}

    static Event received(int type) {
        return switch (type) {
            case ASSOCIATE_RQ -> Event.ASSOCIATE_RQ_RECEIVED;
            case ASSOCIATE_AC -> Event.ASSOCIATE_AC_RECEIVED;
            case ASSOCIATE_RJ -> Event.ASSOCIATE_RJ_RECEIVED;
            case P_DATA_TF -> Event.P_DATA_RECEIVED;
            case RELEASE_RQ -> Event.RELEASE_RQ_RECEIVED;
            case RELEASE_RP -> Event.RELEASE_RP_RECEIVED;
            case ABORT -> Event.ABORT_RECEIVED;
            default -> Event.INVALID_PDU;
        };
    }
}
