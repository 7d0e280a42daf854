package org.mammoflow.dicom.net.storage;

import java.util.List;

/** For every instance of a {@link CommitmentRequest} whether it is committed. */
public record CommitmentResult(List<InstanceReference> committed, List<Failed> failed) {

    public CommitmentResult {
        committed = List.copyOf(committed);
        failed = List.copyOf(failed);
    }

    /**
     * An instance that is not committed.
     *
     * @param reason Failure Reason (0008,1197), one of the constants (PS3.3 C.14.1.1)
     */
    public record Failed(InstanceReference instance, int reason) {

        public static final int PROCESSING_FAILURE = 0x0110;
        public static final int NO_SUCH_OBJECT_INSTANCE = 0x0112;
        public static final int RESOURCE_LIMITATION = 0x0213;
        public static final int REFERENCED_SOP_CLASS_NOT_SUPPORTED = 0x0122;
        public static final int CLASS_INSTANCE_CONFLICT = 0x0119;
        public static final int DUPLICATE_TRANSACTION_UID = 0x0131;
    }
}
