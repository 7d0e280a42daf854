package org.mammoflow.finding;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The shadow's statement about an image; null where it has no scores, or no reason for silence. */
@Entity
@Immutable
@Table(name = "shadow_finding")
class ShadowFinding {

    enum Outcome {
        CLASSIFIED,
        UNSUITABLE,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shadow_finding_seq")
    @SequenceGenerator(name = "shadow_finding_seq", sequenceName = "shadow_finding_seq")
    private Long id;

    private long instanceId;
    private Long findingId;
    private String networkName;
    private String networkVersion;
    private String networkDigest;
    private String networkStatus;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Outcome outcome;

    private String phase;
    private String reason;
    private Double pImplantNegative;
    private Double pImplantPositive;
    private Double pNoImplantNegative;
    private Double pNoImplantPositive;
    private Double malignancy;
    private Double implant;
    private String band;
    private Double operatingPoint;
    private Boolean aiPositive;
    private String provider;
    private String tensorDigest;
    private Long inferenceMicros;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Disagreement.Kind disagreement;

    private Instant recordedAt;

    protected ShadowFinding() {}

    /**
     * @param active what the active network found, in the same transaction; null when it has no opinion
     */
    ShadowFinding(ShadowStatement statement, FindingView active, Instant recordedAt) {
        this.instanceId = statement.instanceId();
        this.findingId = active == null ? null : active.id();
        this.networkName = statement.network().name();
        this.networkVersion = statement.network().version();
        this.networkDigest = statement.network().digest();
        this.networkStatus = statement.network().status();
        this.recordedAt = recordedAt;
        if (statement.opinion() instanceof ShadowOpinion.Scored scored) {
            take(scored.statement());
        } else if (statement.opinion() instanceof ShadowOpinion.Silent silent) {
            take(silent);
        }
        this.disagreement = disagreement(active);
    }

    private void take(NewFinding statement) {
        outcome = Outcome.CLASSIFIED;
        pImplantNegative = statement.scores().implantNegative();
        pImplantPositive = statement.scores().implantPositive();
        pNoImplantNegative = statement.scores().noImplantNegative();
        pNoImplantPositive = statement.scores().noImplantPositive();
        malignancy = statement.scores().malignancy();
        implant = statement.scores().implant();
        band = statement.band();
        operatingPoint = statement.operatingPoint();
        aiPositive = statement.scores().malignancy() >= statement.operatingPoint();
        provider = statement.evidence().provider();
        tensorDigest = statement.evidence().tensorDigest();
        inferenceMicros = statement.evidence().inferenceMicros();
    }

    private void take(ShadowOpinion.Silent silent) {
        outcome = silent.kind() == NoOpinionView.Kind.UNSUITABLE ? Outcome.UNSUITABLE : Outcome.FAILED;
        phase = silent.phase();
        reason = silent.reason().substring(0, Math.min(500, silent.reason().length()));
    }

    private Disagreement.Kind disagreement(FindingView active) {
        if (active == null || outcome != Outcome.CLASSIFIED) {
            boolean bothSilent = active == null && outcome != Outcome.CLASSIFIED;
            return bothSilent ? null : Disagreement.Kind.SILENCE;
        }
        if (active.aiPositive() != aiPositive) {
            return Disagreement.Kind.VERDICT;
        }
        return active.band().equals(band) ? null : Disagreement.Kind.BAND;
    }

    long id() {
        return id;
    }
}
