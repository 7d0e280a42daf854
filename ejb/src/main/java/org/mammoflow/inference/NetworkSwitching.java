package org.mammoflow.inference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.OwnPassword;
import org.mammoflow.access.Role;
import org.mammoflow.classifier.NetworkUnusable;

/**
 * The administrators' front door to the networks: one proposes, another approves, one step leads back. Outside any
 * transaction, because a network takes seconds to load and test; what was decided is recorded in a short one.
 */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NetworkSwitching {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.inference");
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 100;

    @Inject
    Networks networks;

    @Inject
    NetworkChoices choices;

    @Inject
    InstalledNetworks installed;

    @Inject
    Callers callers;

    @Inject
    OwnPassword password;

    public List<InstalledNetwork> installed() {
        return installed.all();
    }

    /** Proposals that wait for another administrator, oldest first. */
    public List<NetworkStep> open() {
        return choices.open();
    }

    /** The latest steps, newest first. */
    public List<NetworkStep> history() {
        return choices.latest(MOST);
    }

    /**
     * Proposes a network for a seat.
     *
     * @param network {@code name/version}; empty for nobody, which only a shadow's seat can be given to
     */
    public SwitchOutcome propose(Seat seat, String network, String reason) {
        if (network.isEmpty() && seat == Seat.SHADOW) {
            return propose(NetworkChoice.none(seat), reason);
        }
        return installed
                .find(network)
                .filter(InstalledNetwork::usable)
                .map(one -> propose(new NetworkChoice(seat, network, one.digest()), reason))
                .orElseGet(() -> new SwitchOutcome.UnknownNetwork(network));
    }

    private SwitchOutcome propose(NetworkChoice choice, String reason) {
        try {
            SwitchOutcome outcome = choices.propose(choice, cut(reason.strip()), callers.current());
            if (outcome instanceof SwitchOutcome.Proposed proposed) {
                told(proposed.step());
            }
            return outcome;
        } catch (EJBException e) {
            // Of two who propose the same at once the table lets only one: has somebody been faster meanwhile?
            return choices.open(choice).map(SwitchOutcome.AlreadyProposed::new).orElseThrow(() -> e);
        }
    }

    /** Approves another administrator's proposal: the network is loaded, tested, recorded and used, in this order. */
    public SwitchOutcome approve(long proposal) {
        Caller caller = callers.current();
        return whenOpen(proposal, step -> {
            if (step.actor().equals(caller.name())) {
                return new SwitchOutcome.NeedsAnother();
            }
            if (password.isKnownToOthers()) {
                return new SwitchOutcome.NeedsOwnPassword();
            }
            return change(choice(step), caller, () -> told(choices.approve(proposal, caller)));
        });
    }

    /** Takes a proposal from the table; also somebody else's. */
    public SwitchOutcome withdraw(long proposal) {
        return whenOpen(
                proposal, step -> new SwitchOutcome.Withdrawn(told(choices.withdraw(proposal, callers.current()))));
    }

    /** Back to what was in use before the last approval, at once and by one administrator. */
    public SwitchOutcome rollBack(Seat seat, String reason) {
        Caller caller = callers.current();
        return choices.before(seat)
                .map(to -> change(to, caller, () -> told(choices.rollBack(to, cut(reason.strip()), caller))))
                .orElseGet(() -> new SwitchOutcome.NothingBefore(seat));
    }

    /** Runs the golden vectors of every network in use now, and tries again those that are offline. */
    public void test() {
        networks.testAll();
    }

    private SwitchOutcome whenOpen(long proposal, Function<NetworkStep, SwitchOutcome> decision) {
        try {
            return choices.open(proposal).map(decision).orElseGet(() -> new SwitchOutcome.NotOpen(proposal));
        } catch (EJBException e) {
            // Of two who decide at once the table lets only one: has somebody been faster meanwhile?
            if (choices.open(proposal).isEmpty()) {
                return new SwitchOutcome.NotOpen(proposal);
            }
            throw e;
        }
    }

    private SwitchOutcome change(NetworkChoice choice, Caller caller, Supplier<NetworkStep> record) {
        try {
            return new SwitchOutcome.Switched(networks.change(choice, record));
        } catch (NetworkUnusable e) {
            String fault = e.reason() + ": " + e.getMessage();
            choices.refused(choice, fault, caller);
            return new SwitchOutcome.Refused(fault);
        }
    }

    /** What is recorded; the reason is on the trail, as it may say anything. */
    private static NetworkStep told(NetworkStep step) {
        LOG.log(
                Level.INFO,
                "network step=%d kind=%s seat=%s network=%s proposal=%d sha256=%s"
                        .formatted(
                                step.id(), step.kind(), step.seat(), step.network(), step.proposal(), step.digest()));
        return step;
    }

    private static NetworkChoice choice(NetworkStep step) {
        return new NetworkChoice(step.seat(), step.network(), step.digest());
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
