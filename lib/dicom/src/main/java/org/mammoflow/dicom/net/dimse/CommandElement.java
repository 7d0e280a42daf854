package org.mammoflow.dicom.net.dimse;

/** The elements of command sets (PS3.7 E.1); all in group 0000, named by their element number. */
public enum CommandElement {
    COMMAND_GROUP_LENGTH(0x0000),
    AFFECTED_SOP_CLASS_UID(0x0002),
    REQUESTED_SOP_CLASS_UID(0x0003),
    COMMAND_FIELD(0x0100),
    MESSAGE_ID(0x0110),
    MESSAGE_ID_BEING_RESPONDED_TO(0x0120),
    MOVE_DESTINATION(0x0600),
    PRIORITY(0x0700),
    COMMAND_DATA_SET_TYPE(0x0800),
    STATUS(0x0900),
    OFFENDING_ELEMENT(0x0901),
    ERROR_COMMENT(0x0902),
    ERROR_ID(0x0903),
    AFFECTED_SOP_INSTANCE_UID(0x1000),
    REQUESTED_SOP_INSTANCE_UID(0x1001),
    EVENT_TYPE_ID(0x1002),
    ACTION_TYPE_ID(0x1008);

    private final int number;

    CommandElement(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
