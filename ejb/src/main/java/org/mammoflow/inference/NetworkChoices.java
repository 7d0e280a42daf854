package org.mammoflow.inference;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/**
 * The steps by which networks came into their seats, and so which one belongs there. For this room, not for callers from
 * outside: {@link NetworkSwitching} is their front door.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NetworkChoices {

    private static final String IN_FORCE = "s.kind in (org.mammoflow.inference.NetworkStep$Kind.APPROVED,"
            + " org.mammoflow.inference.NetworkStep$Kind.ROLLED_BACK)";
    private static final String OPEN = "s.kind = org.mammoflow.inference.NetworkStep$Kind.PROPOSED"
            + " and not exists (select 1 from NetworkStepRow t where t.proposal = s.id)";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    InferenceSettings settings;

    @Inject
    Clock clock;

    /** What belongs in a seat: the newest approved choice, or the way back from it; before the first the release's. */
    public NetworkChoice standing(Seat seat) {
        return inForce(seat).stream().findFirst().map(NetworkStepRow::choice).orElseGet(() -> ofRelease(seat));
    }

    /** Where a way back leads; nothing when there is none, or it has been gone already. */
    public Optional<NetworkChoice> before(Seat seat) {
        List<NetworkStepRow> steps = inForce(seat);
        if (steps.isEmpty() || steps.get(0).view().kind() == NetworkStep.Kind.ROLLED_BACK) {
            return Optional.empty();
        }
        return Optional.of(steps.size() > 1 ? steps.get(1).choice() : ofRelease(seat));
    }

    /** A proposal that is neither approved nor withdrawn. */
    public Optional<NetworkStep> open(long proposal) {
        return entityManager
                .createQuery("select s from NetworkStepRow s where s.id = :id and " + OPEN, NetworkStepRow.class)
                .setParameter("id", proposal)
                .getResultStream()
                .findFirst()
                .map(NetworkStepRow::view);
    }

    public List<NetworkStep> open() {
        return entityManager
                .createQuery("select s from NetworkStepRow s where " + OPEN + " order by s.id", NetworkStepRow.class)
                .getResultStream()
                .map(NetworkStepRow::view)
                .toList();
    }

    /** The proposal of this network for this seat that waits already. */
    public Optional<NetworkStep> open(NetworkChoice choice) {
        return open().stream()
                .filter(step -> step.seat() == choice.seat() && step.network().equals(choice.network()))
                .findFirst();
    }

    /** Newest first. */
    public List<NetworkStep> latest(int most) {
        return entityManager
                .createQuery("select s from NetworkStepRow s order by s.id desc", NetworkStepRow.class)
                .setMaxResults(most)
                .getResultStream()
                .map(NetworkStepRow::view)
                .toList();
    }

    /**
     * A proposal, or the one that waits already. Counted first and looked for then: whoever came before the count is seen,
     * and of those who come after it and count the same turn the table lets only one have it.
     */
    public SwitchOutcome propose(NetworkChoice choice, String reason, Caller by) {
        int turn = turn(choice);
        return open(choice)
                .<SwitchOutcome>map(SwitchOutcome.AlreadyProposed::new)
                .orElseGet(() -> new SwitchOutcome.Proposed(record(
                        NetworkStepRow.proposed(choice, turn, reason, by.name(), clock.instant()),
                        AuditAction.NETWORK_PROPOSED,
                        by)));
    }

    private int turn(NetworkChoice choice) {
        return entityManager
                .createQuery(
                        "select count(s) from NetworkStepRow s where s.seat = :seat and s.network = :network"
                                + " and s.kind = org.mammoflow.inference.NetworkStep$Kind.PROPOSED",
                        Long.class)
                .setParameter("seat", choice.seat())
                .setParameter("network", choice.network())
                .getSingleResult()
                .intValue();
    }

    public NetworkStep approve(long proposal, Caller by) {
        return record(decided(NetworkStep.Kind.APPROVED, proposal, by), AuditAction.NETWORK_APPROVED, by);
    }

    public NetworkStep withdraw(long proposal, Caller by) {
        return record(decided(NetworkStep.Kind.WITHDRAWN, proposal, by), AuditAction.NETWORK_PROPOSAL_WITHDRAWN, by);
    }

    public NetworkStep rollBack(NetworkChoice to, String reason, Caller by) {
        return record(
                new NetworkStepRow(NetworkStep.Kind.ROLLED_BACK, to, reason, by.name(), clock.instant()),
                AuditAction.NETWORK_ROLLED_BACK,
                by);
    }

    /** That a network was to be used and could not be. */
    public void refused(NetworkChoice choice, String fault, Caller by) {
        trail.record(new AuditEvent(by, AuditAction.NETWORK_REFUSED, "network", choice.network(), fault));
    }

    // Two who decide at once: the table lets only one row refer to a proposal.
    private NetworkStepRow decided(NetworkStep.Kind kind, long proposal, Caller by) {
        return new NetworkStepRow(kind, entityManager.find(NetworkStepRow.class, proposal), by.name(), clock.instant());
    }

    private NetworkStep record(NetworkStepRow row, AuditAction action, Caller by) {
        entityManager.persist(row);
        entityManager.flush();
        NetworkStep step = row.view();
        trail.record(new AuditEvent(
                by,
                action,
                "network",
                step.network(),
                "seat=%s step=%d proposal=%d sha256=%s reason=%s"
                        .formatted(step.seat(), step.id(), step.proposal(), step.digest(), step.reason())));
        return step;
    }

    private List<NetworkStepRow> inForce(Seat seat) {
        return entityManager
                .createQuery(
                        "select s from NetworkStepRow s where s.seat = :seat and " + IN_FORCE + " order by s.id desc",
                        NetworkStepRow.class)
                .setParameter("seat", seat)
                .setMaxResults(2)
                .getResultList();
    }

    private NetworkChoice ofRelease(Seat seat) {
        return seat == Seat.ACTIVE ? new NetworkChoice(seat, settings.network(), "") : NetworkChoice.none(seat);
    }
}
