package org.mammoflow.dicom.net.upper;

import java.io.IOException;

/** The peer answered our A-ASSOCIATE-RQ with A-ASSOCIATE-RJ. */
public final class AssociationRejectedException extends IOException {

    private final Rejection rejection;

    AssociationRejectedException(String peer, Rejection rejection) {
        super(peer + " rejected the association: result/source/reason " + rejection + " (PS3.8 table 9-21)");
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
