package org.mammoflow.commitment;

import jakarta.persistence.Embeddable;
import org.mammoflow.dicom.net.storage.InstanceReference;

/** One object of a request. */
@Embeddable
class Reference {

    private String sopClassUid;
    private String sopInstanceUid;

    protected Reference() {}

    Reference(InstanceReference reference) {
        this.sopClassUid = reference.sopClassUid();
        this.sopInstanceUid = reference.sopInstanceUid();
    }

    InstanceReference view() {
        return new InstanceReference(sopClassUid, sopInstanceUid);
    }
}
