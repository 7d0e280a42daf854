package org.mammoflow.instance;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Other bytes that came under the SOP Instance UID of a stored instance. */
@Entity
@Immutable
@Table(name = "conflicting_object")
class ConflictingObject {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "conflicting_object_seq")
    @SequenceGenerator(name = "conflicting_object_seq", sequenceName = "conflicting_object_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "instance_id")
    private StoredInstance instance;

    private String sha256;

    private long sizeBytes;
    private String callingAeTitle;
    private Instant receivedAt;

    protected ConflictingObject() {}

    ConflictingObject(StoredInstance instance, SealedObject object, Instant receivedAt) {
        this.instance = instance;
        this.sha256 = object.sha256();
        this.sizeBytes = object.sizeBytes();
        this.callingAeTitle = object.received().callingAeTitle();
        this.receivedAt = receivedAt;
    }

    Conflict view() {
        Instance valid = instance.view();
        return new Conflict(
                id,
                valid.sopInstanceUid(),
                valid.sha256(),
                sha256,
                sizeBytes,
                callingAeTitle,
                receivedAt,
                valid.studyInstanceUid(),
                valid.studyDate(),
                valid.imageLaterality(),
                valid.viewCode());
    }
}
