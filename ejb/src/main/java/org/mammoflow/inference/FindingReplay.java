package org.mammoflow.inference;

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
import org.mammoflow.inference.ReplayView.ReplayOutcome;

@Entity
@Immutable
@Table(name = "finding_replay")
class FindingReplay {

    private static final int REASON_LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "finding_replay_seq")
    @SequenceGenerator(name = "finding_replay_seq", sequenceName = "finding_replay_seq")
    private Long id;

    private long findingId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReplayOutcome outcome;

    private boolean samePixels;
    private boolean sameTensor;
    private double largestDifference;
    private String provider;
    private String reason;
    private String askedBy;
    private Instant replayedAt;

    protected FindingReplay() {}

    FindingReplay(ReplayView replay) {
        this.findingId = replay.findingId();
        this.outcome = replay.outcome();
        this.samePixels = replay.samePixels();
        this.sameTensor = replay.sameTensor();
        this.largestDifference = replay.largestDifference();
        this.provider = replay.provider();
        this.reason = replay.reason()
                .substring(0, Math.min(REASON_LENGTH, replay.reason().length()));
        this.askedBy = replay.askedBy();
        this.replayedAt = replay.replayedAt();
    }
}
