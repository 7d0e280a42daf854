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

@Entity
@Immutable
@Table(name = "network_step")
class NetworkStepRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "network_step_seq")
    @SequenceGenerator(name = "network_step_seq", sequenceName = "network_step_seq", allocationSize = 1)
    private Long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Seat seat;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NetworkStep.Kind kind;

    private String network;
    private String digest;
    private Long proposal;
    private Integer turn;
    private String reason;
    private String actor;
    private Instant recordedAt;

    protected NetworkStepRow() {}

    /** @param turn how often this network was proposed for this seat before: the table has one proposal of each turn */
    static NetworkStepRow proposed(NetworkChoice choice, int turn, String reason, String actor, Instant recordedAt) {
        NetworkStepRow row = new NetworkStepRow(NetworkStep.Kind.PROPOSED, choice, reason, actor, recordedAt);
        row.turn = turn;
        return row;
    }

    /** A step on its own: a proposal, or a way back. */
    NetworkStepRow(NetworkStep.Kind kind, NetworkChoice choice, String reason, String actor, Instant recordedAt) {
        this.seat = choice.seat();
        this.kind = kind;
        this.network = choice.network();
        this.digest = choice.digest();
        this.reason = reason;
        this.actor = actor;
        this.recordedAt = recordedAt;
    }

    /** What became of a proposal. */
    NetworkStepRow(NetworkStep.Kind kind, NetworkStepRow proposal, String actor, Instant recordedAt) {
        this(kind, proposal.choice(), "", actor, recordedAt);
        this.proposal = proposal.id;
    }

    NetworkChoice choice() {
        return new NetworkChoice(seat, network, digest);
    }

    NetworkStep view() {
        return new NetworkStep(
                id, seat, kind, network, digest, proposal == null ? 0 : proposal, reason, actor, recordedAt);
    }
}
