package org.mammoflow.finding;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "finding")
class Finding {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "finding_seq")
    @SequenceGenerator(name = "finding_seq", sequenceName = "finding_seq")
    private Long id;

    private long instanceId;
    private String networkName;
    private String networkVersion;
    private String networkDigest;
    private String networkStatus;
    private double pImplantNegative;
    private double pImplantPositive;
    private double pNoImplantNegative;
    private double pNoImplantPositive;
    private double malignancy;
    private double implant;
    private String band;
    private double operatingPoint;
    private boolean aiPositive;
    private boolean implantContradiction;
    private int heatMapRows;
    private int heatMapColumns;
    private byte[] heatMap;
    private String provider;
    private String pixelDigest;
    private String tensorDigest;
    private long decodingMicros;
    private long preprocessingMicros;
    private long inferenceMicros;
    private Instant recordedAt;

    protected Finding() {}

    Finding(NewFinding statement, Instant recordedAt) {
        this.instanceId = statement.instanceId();
        this.networkName = statement.network().name();
        this.networkVersion = statement.network().version();
        this.networkDigest = statement.network().digest();
        this.networkStatus = statement.network().status();
        this.pImplantNegative = statement.scores().implantNegative();
        this.pImplantPositive = statement.scores().implantPositive();
        this.pNoImplantNegative = statement.scores().noImplantNegative();
        this.pNoImplantPositive = statement.scores().noImplantPositive();
        this.malignancy = statement.scores().malignancy();
        this.implant = statement.scores().implant();
        this.band = statement.band();
        this.operatingPoint = statement.operatingPoint();
        this.aiPositive = statement.scores().malignancy() >= statement.operatingPoint();
        this.implantContradiction = statement.implantContradiction();
        this.heatMapRows = statement.heatMap().rows();
        this.heatMapColumns = statement.heatMap().columns();
        this.heatMap = statement.heatMap().cells().clone();
        this.provider = statement.evidence().provider();
        this.pixelDigest = statement.evidence().pixelDigest();
        this.tensorDigest = statement.evidence().tensorDigest();
        this.decodingMicros = statement.evidence().decodingMicros();
        this.preprocessingMicros = statement.evidence().preprocessingMicros();
        this.inferenceMicros = statement.evidence().inferenceMicros();
        this.recordedAt = recordedAt;
    }

    long id() {
        return id;
    }

    FindingView view() {
        return new FindingView(
                id,
                instanceId,
                new NetworkIdentity(networkName, networkVersion, networkDigest, networkStatus),
                new Scores(pImplantNegative, pImplantPositive, pNoImplantNegative, pNoImplantPositive),
                band,
                operatingPoint,
                aiPositive,
                implantContradiction,
                new Evidence(provider, pixelDigest, tensorDigest, decodingMicros, preprocessingMicros, inferenceMicros),
                recordedAt);
    }

    Saliency saliency() {
        return new Saliency(heatMapRows, heatMapColumns, heatMap.clone());
    }
}
