package org.mammoflow.dicom.net.upper;

import java.util.List;

/** A-ASSOCIATE-RQ (PS3.8 9.3.2). */
record AssociateRq(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContext,
        List<ProposedContext> contexts,
        UserInformation user) {

    /** The DICOM application context name (PS3.7 A.2.1). */
    static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    AssociateRq {
        contexts = List.copyOf(contexts);
    }
}
