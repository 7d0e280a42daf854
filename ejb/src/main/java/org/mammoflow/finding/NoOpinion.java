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

@Entity
@Immutable
@Table(name = "no_opinion")
class NoOpinion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "no_opinion_seq")
    @SequenceGenerator(name = "no_opinion_seq", sequenceName = "no_opinion_seq")
    private Long id;

    private long instanceId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NoOpinionView.Kind kind;

    private String phase;
    private String reason;
    private Instant recordedAt;

    protected NoOpinion() {}

    NoOpinion(NoOpinionView statement) {
        this.instanceId = statement.instanceId();
        this.kind = statement.kind();
        this.phase = statement.phase();
        this.reason = statement.reason();
        this.recordedAt = statement.recordedAt();
    }

    NoOpinionView view() {
        return new NoOpinionView(instanceId, kind, phase, reason, recordedAt);
    }
}
