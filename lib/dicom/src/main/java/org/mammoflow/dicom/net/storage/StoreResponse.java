package org.mammoflow.dicom.net.storage;

/**
 * The answer to a C-STORE-RQ.
 *
 * @param status 0x0000 for Success, otherwise a warning or failure of PS3.4 B.2.3 or PS3.7 Annex C, 0 to 0xFFFF
 * @param errorComment the Error Comment (0000,0902), cut to 64 characters on the wire; empty for Success; must name
 *     no patient
 */
public record StoreResponse(int status, String errorComment) {

    public static final int SUCCESS = 0x0000;
    public static final int PROCESSING_FAILURE = 0x0110;
    public static final int DUPLICATE_SOP_INSTANCE = 0x0111;
    public static final int INVALID_SOP_INSTANCE = 0x0117;
    public static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
    public static final int NOT_AUTHORISED = 0x0124;
    public static final int OUT_OF_RESOURCES = 0xA700;
    public static final int DATA_SET_DOES_NOT_MATCH_SOP_CLASS = 0xA900;
    public static final int CANNOT_UNDERSTAND = 0xC000;

    public static StoreResponse success() {
        return new StoreResponse(SUCCESS, "");
    }
}
