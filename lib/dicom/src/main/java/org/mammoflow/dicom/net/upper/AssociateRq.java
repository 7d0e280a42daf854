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

    AssociateRq {
        contexts = List.copyOf(contexts);
    }
}
