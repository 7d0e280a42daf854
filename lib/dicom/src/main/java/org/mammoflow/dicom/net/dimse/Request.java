package org.mammoflow.dicom.net.dimse;

import org.mammoflow.dicom.data.Uid;

/** A request primitive as it goes into a command set. */
public sealed interface Request {

    /** C-ECHO-RQ (PS3.7 9.3.5.1). */
    record CEcho(int messageId) implements Request {

        @Override
        public CommandSet toCommandSet() {
            return new CommandSet(CommandField.C_ECHO_RQ)
                    .putUid(CommandElement.AFFECTED_SOP_CLASS_UID, Uid.VERIFICATION)
                    .put(CommandElement.MESSAGE_ID, messageId)
                    .withDataSet(false);
        }
    }

    /** C-STORE-RQ (PS3.7 9.3.1.1) of medium priority, not as part of a C-MOVE. */
    record CStore(int messageId, String sopClassUid, String sopInstanceUid) implements Request {

        @Override
        public CommandSet toCommandSet() {
            return new CommandSet(CommandField.C_STORE_RQ)
                    .putUid(CommandElement.AFFECTED_SOP_CLASS_UID, sopClassUid)
                    .put(CommandElement.MESSAGE_ID, messageId)
                    .put(CommandElement.PRIORITY, 0)
                    .putUid(CommandElement.AFFECTED_SOP_INSTANCE_UID, sopInstanceUid)
                    .withDataSet(true);
        }
    }

    /** C-FIND-RQ (PS3.7 9.3.2.1) of medium priority; its identifier is the data set. */
    record CFind(int messageId, String sopClassUid) implements Request {

        @Override
        public CommandSet toCommandSet() {
            return new CommandSet(CommandField.C_FIND_RQ)
                    .putUid(CommandElement.AFFECTED_SOP_CLASS_UID, sopClassUid)
                    .put(CommandElement.MESSAGE_ID, messageId)
                    .put(CommandElement.PRIORITY, 0)
                    .withDataSet(true);
        }
    }

    /** C-CANCEL-RQ (PS3.7 9.3.2.3). */
    record CCancel(int messageIdBeingRespondedTo) implements Request {

        @Override
        public CommandSet toCommandSet() {
            return new CommandSet(CommandField.C_CANCEL_RQ)
                    .put(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO, messageIdBeingRespondedTo)
                    .withDataSet(false);
        }
    }

    /** N-ACTION-RQ (PS3.7 10.3.4.1); its action information is the data set. */
    record NAction(int messageId, String sopClassUid, String sopInstanceUid, int actionTypeId) implements Request {

        @Override
        public CommandSet toCommandSet() {
            return new CommandSet(CommandField.N_ACTION_RQ)
                    .putUid(CommandElement.REQUESTED_SOP_CLASS_UID, sopClassUid)
                    .put(CommandElement.MESSAGE_ID, messageId)
                    .putUid(CommandElement.REQUESTED_SOP_INSTANCE_UID, sopInstanceUid)
                    .put(CommandElement.ACTION_TYPE_ID, actionTypeId)
                    .withDataSet(true);
        }
    }

    /** N-EVENT-REPORT-RQ (PS3.7 10.3.1.1); its event information is the data set. */
    record NEventReport(int messageId, String sopClassUid, String sopInstanceUid, int eventTypeId) implements Request {

        @Override
        public CommandSet toCommandSet() {
            return new CommandSet(CommandField.N_EVENT_REPORT_RQ)
                    .putUid(CommandElement.AFFECTED_SOP_CLASS_UID, sopClassUid)
                    .put(CommandElement.MESSAGE_ID, messageId)
                    .putUid(CommandElement.AFFECTED_SOP_INSTANCE_UID, sopInstanceUid)
                    .put(CommandElement.EVENT_TYPE_ID, eventTypeId)
                    .withDataSet(true);
        }
    }

    CommandSet toCommandSet();
}
