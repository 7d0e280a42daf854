package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mammoflow.finding.NetworkIdentity;
import org.mammoflow.inference.InstalledNetwork;
import org.mammoflow.inference.NetworkStatus;
import org.mammoflow.inference.NetworkStep;
import org.mammoflow.inference.NetworkSwitching;
import org.mammoflow.inference.Seat;
import org.mammoflow.inference.SwitchOutcome;

/** The networks in use, what may replace them, and the proposals that wait for another administrator. */
@Named("networks")
@RequestScoped
public class NetworksScreen {

    @Inject
    NetworkSwitching switching;

    @Inject
    NetworkStatus networks;

    @Inject
    Words words;

    private Seat seat = Seat.ACTIVE;
    private String network = "";
    private String reason = "";
    private String shown = "";

    /**
     * A seat as it is shown.
     *
     * @param network in words, also for nobody
     * @param fault why its network must not answer; empty while it may
     * @param doubt what its scores are worth; empty for a trained network and for nobody
     */
    public record SeatShown(Seat seat, String title, String network, String provider, String fault, String doubt) {}

    public List<SeatShown> seats() {
        return Arrays.stream(Seat.values()).map(this::shown).toList();
    }

    private SeatShown shown(Seat one) {
        return new SeatShown(
                one,
                words.ofConstant("seat", one),
                networks.identity(one).map(NetworksScreen::name).orElseGet(() -> words.of("seat.empty")),
                networks.provider(one),
                networks.fault(one),
                networks.identity(one)
                        .map(identity -> NetworkMark.of(identity, words).warning())
                        .orElse(""));
    }

    private static String name(NetworkIdentity identity) {
        return identity.name() + "/" + identity.version();
    }

    public List<InstalledNetwork> installed() {
        return switching.installed();
    }

    /** Those that can be proposed. */
    public List<String> choices() {
        return installed().stream()
                .filter(InstalledNetwork::usable)
                .map(InstalledNetwork::network)
                .toList();
    }

    public List<NetworkStep> open() {
        return switching.open();
    }

    public List<NetworkStep> history() {
        return switching.history();
    }

    public String nameOf(NetworkStep step) {
        return step.network().isEmpty() ? words.of("seat.empty") : step.network();
    }

    public void propose() {
        tell(switching.propose(seat, network, reason));
    }

    public void approve(long proposal) {
        decide(() -> switching.approve(proposal));
    }

    public void withdraw(long proposal) {
        decide(() -> switching.withdraw(proposal));
    }

    // A button is known by its row: when rows have gone meanwhile, the click may be meant for another proposal. And
    // the way back leads elsewhere once another step was taken.
    private void decide(Supplier<SwitchOutcome> decision) {
        if (shown.equals(numbers())) {
            tell(decision.get());
        } else {
            Notices.refuse(words.of("networks.changed"));
        }
    }

    private String numbers() {
        return Stream.concat(history().stream().limit(1), open().stream())
                .map(step -> Long.toString(step.id()))
                .collect(Collectors.joining(" "));
    }

    /** The newest step and the proposals that the page has shown. */
    public String getShown() {
        return numbers();
    }

    public void setShown(String shown) {
        this.shown = shown == null ? "" : shown;
    }

    public void rollBack(Seat from) {
        decide(() -> switching.rollBack(from, ""));
    }

    public void test() {
        switching.test();
        boolean well =
                Arrays.stream(Seat.values()).allMatch(one -> networks.fault(one).isEmpty());
        if (well) {
            Notices.done(words.of("networks.tested"));
        } else {
            Notices.refuse(words.of("networks.test.failed"));
        }
    }

    private void tell(SwitchOutcome outcome) {
        if (outcome instanceof SwitchOutcome.Proposed proposed) {
            Notices.done(words.of("networks.outcome.Proposed", nameOf(proposed.step())));
        } else if (outcome instanceof SwitchOutcome.AlreadyProposed already) {
            NetworkStep standing = already.standing();
            Notices.refuse(words.of(
                    "networks.outcome.AlreadyProposed",
                    nameOf(standing),
                    Long.toString(standing.id()),
                    standing.actor()));
        } else if (outcome instanceof SwitchOutcome.Switched switched) {
            Notices.done(words.of("networks.outcome.Switched", nameOf(switched.step())));
        } else if (outcome instanceof SwitchOutcome.Withdrawn withdrawn) {
            Notices.done(words.of("networks.outcome.Withdrawn", nameOf(withdrawn.step())));
        } else if (outcome instanceof SwitchOutcome.Refused refused) {
            Notices.refuse(words.of("networks.outcome.Refused", refused.fault()));
        } else {
            Notices.refuse(words.of("networks.outcome." + outcome.getClass().getSimpleName()));
        }
    }

    public Seat[] allSeats() {
        return Seat.values();
    }

    public Seat getSeat() {
        return seat;
    }

    public void setSeat(Seat seat) {
        this.seat = seat == null ? Seat.ACTIVE : seat;
    }

    public String getNetwork() {
        return network;
    }

    public void setNetwork(String network) {
        this.network = network == null ? "" : network;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
