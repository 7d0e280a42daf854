package org.mammoflow.instance;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "stored_instance")
class StoredInstance {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stored_instance_seq")
    @SequenceGenerator(name = "stored_instance_seq", sequenceName = "stored_instance_seq")
    private Long id;

    private String sopInstanceUid;
    private String sopClassUid;
    private String studyInstanceUid;
    private String seriesInstanceUid;
    private String transferSyntaxUid;

    private String sha256;

    private long sizeBytes;
    private String patientId;
    private String issuerOfPatientId;
    private String patientName;
    private LocalDate patientBirthDate;
    private String accessionNumber;
    private LocalDate studyDate;
    private String modality;
    private String manufacturer;
    private String modelName;
    private String institutionName;
    private String imageLaterality;
    private String viewCode;
    private String viewPosition;
    private String callingAeTitle;
    private Instant receivedAt;

    protected StoredInstance() {}

    StoredInstance(SealedObject object, Instant receivedAt) {
        InstanceHeader header = object.header();
        this.sopInstanceUid = header.sopInstanceUid();
        this.sopClassUid = header.sopClassUid();
        this.studyInstanceUid = header.studyInstanceUid();
        this.seriesInstanceUid = header.seriesInstanceUid();
        this.transferSyntaxUid = object.received().transferSyntaxUid();
        this.sha256 = object.sha256();
        this.sizeBytes = object.sizeBytes();
        this.patientId = header.patientId().orElse(null);
        this.issuerOfPatientId = header.issuerOfPatientId().orElse(null);
        this.patientName = header.patientName().orElse(null);
        this.patientBirthDate = header.patientBirthDate().orElse(null);
        this.accessionNumber = header.accessionNumber().orElse(null);
        this.studyDate = header.studyDate().orElse(null);
        this.modality = header.modality().orElse(null);
        this.manufacturer = header.manufacturer().orElse(null);
        this.modelName = header.modelName().orElse(null);
        this.institutionName = header.institutionName().orElse(null);
        this.imageLaterality = header.imageLaterality().orElse(null);
        this.viewCode = header.viewCode().orElse(null);
        this.viewPosition = header.viewPosition().orElse(null);
        this.callingAeTitle = object.received().callingAeTitle();
        this.receivedAt = receivedAt;
    }

    long id() {
        return id;
    }

    String sopInstanceUid() {
        return sopInstanceUid;
    }

    String sha256() {
        return sha256;
    }

    Instance view() {
        return new Instance(
                id,
                sopInstanceUid,
                sopClassUid,
                studyInstanceUid,
                seriesInstanceUid,
                transferSyntaxUid,
                sha256,
                sizeBytes,
                new Patient(
                        Optional.ofNullable(patientId),
                        Optional.ofNullable(issuerOfPatientId),
                        Optional.ofNullable(patientName),
                        Optional.ofNullable(patientBirthDate)),
                Optional.ofNullable(accessionNumber),
                Optional.ofNullable(studyDate),
                Optional.ofNullable(modality),
                Optional.ofNullable(institutionName),
                Optional.ofNullable(imageLaterality),
                Optional.ofNullable(viewCode),
                callingAeTitle,
                receivedAt);
    }
}
