package org.mammoflow.dicom.net.dimse;

import java.util.Arrays;
import java.util.Optional;

/** The operations and notifications that are spoken here: the values of Command Field (PS3.7 E.1). */
public enum CommandField {
    C_STORE_RQ(0x0001),
    C_STORE_RSP(0x8001),
    C_FIND_RQ(0x0020),
    C_FIND_RSP(0x8020),
    C_ECHO_RQ(0x0030),
    C_ECHO_RSP(0x8030),
    C_CANCEL_RQ(0x0FFF),
    N_EVENT_REPORT_RQ(0x0100),
    N_EVENT_REPORT_RSP(0x8100),
    N_ACTION_RQ(0x0130),
    N_ACTION_RSP(0x8130);

    static final int RESPONSE = 0x8000;

    private final int value;

    CommandField(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    public static Optional<CommandField> of(int value) {
        return Arrays.stream(values()).filter(field -> field.value == value).findFirst();
    }
}
