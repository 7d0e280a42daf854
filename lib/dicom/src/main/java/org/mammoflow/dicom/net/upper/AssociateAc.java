package org.mammoflow.dicom.net.upper;

import java.util.List;

/** A-ASSOCIATE-AC (PS3.8 9.3.3). */
record AssociateAc(String calledAeTitle, String callingAeTitle, List<ContextResult> contexts, UserInformation user) {

    AssociateAc {
        contexts = List.copyOf(contexts);
    }
}
