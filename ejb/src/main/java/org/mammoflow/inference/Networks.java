package org.mammoflow.inference;

import static org.mammoflow.classifier.NetworkUnusable.Reason.CHECKSUM_MISMATCH;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.classifier.Network;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.classifier.NetworkUnusable;
import org.mammoflow.finding.NetworkIdentity;

/**
 * The networks in use: the active one and perhaps a shadow. One that cannot be used stops scores, not the intake: images
 * are still accepted and their jobs wait. For this room, not for callers from outside: {@link NetworkStatus} tells them, and
 * {@link NetworkSwitching} lets administrators choose.
 */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Networks {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.inference");

    @Inject
    InferenceSettings settings;

    @Inject
    NetworkChoices choices;

    @Inject
    AuditTrail trail;

    private final Map<Seat, NetworkSeat> seats = new EnumMap<>(Seat.class);

    public Networks() {
        for (Seat seat : Seat.values()) {
            seats.put(seat, new NetworkSeat());
        }
    }

    @PostConstruct
    void start() {
        for (Seat seat : Seat.values()) {
            load(seat);
        }
    }

    @PreDestroy
    void stop() {
        seats.values().forEach(NetworkSeat::vacate);
    }

    /** What the next job works with; nothing while the active network is offline. Close it when the job has ended. */
    public Optional<NetworksInUse> begin() {
        return seats.get(Seat.ACTIVE).begin().map(active -> new NetworksInUse(active, shadowBeside(active)));
    }

    // A shadow that has become the active network has nothing of its own to say.
    private Optional<LoadedNetwork.Call> shadowBeside(LoadedNetwork.Call active) {
        Optional<LoadedNetwork.Call> shadow = seats.get(Seat.SHADOW).begin();
        if (shadow.isPresent() && digest(shadow.get()).equals(digest(active))) {
            shadow.get().close();
            return Optional.empty();
        }
        return shadow;
    }

    private static String digest(LoadedNetwork.Call call) {
        return call.network().card().sha256();
    }

    /** Name, version, digest and training status of the network in this seat, or nothing while there is none. */
    public Optional<NetworkIdentity> identity(Seat seat) {
        return seats.get(seat).network().map(network -> FindingStatement.identity(network.card()));
    }

    /** Why the network that belongs in this seat must not answer; empty while it may, or none belongs there. */
    public String fault(Seat seat) {
        return seats.get(seat).fault();
    }

    /** The execution provider in use; empty while there is no network. */
    public String provider(Seat seat) {
        return seats.get(seat).network().map(Network::provider).orElse("");
    }

    /** Loads what was chosen for a seat, golden vectors and all; offline with the reason when that fails. */
    synchronized void load(Seat seat) {
        NetworkChoice choice = choices.standing(seat);
        if (choice.isNone()) {
            seats.get(seat).vacate();
            return;
        }
        try {
            Network network = open(choice);
            seats.get(seat).take(network);
            announce(seat, network);
        } catch (NetworkUnusable e) {
            takeOffline(seat, e);
        }
    }

    /**
     * Puts another network into a seat, or nobody: loaded and tested first, then recorded, then used.
     *
     * @param record writes the choice down; when it throws, everything stays as it was
     * @throws NetworkUnusable when the network must not answer; everything stays as it was
     */
    public synchronized NetworkStep change(NetworkChoice choice, Supplier<NetworkStep> record) {
        NetworkSeat seat = seats.get(choice.seat());
        if (choice.isNone()) {
            NetworkStep step = record.get();
            seat.vacate();
            return step;
        }
        Network network = open(choice);
        NetworkStep step = recorded(record, network);
        seat.take(network);
        announce(choice.seat(), network);
        return step;
    }

    private static NetworkStep recorded(Supplier<NetworkStep> record, Network network) {
        try {
            return record.get();
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Tests what is in use and tries again what is offline. */
    public void testAll() {
        for (Seat seat : Seat.values()) {
            test(seat);
        }
        retryOffline();
    }

    /** Runs the golden vectors on the network in a seat; takes it offline when they come out differently. */
    synchronized void test(Seat seat) {
        seats.get(seat).begin().ifPresent(call -> {
            try (call) {
                call.network().selfTest();
            } catch (NetworkUnusable e) {
                takeOffline(seat, e);
            }
        });
    }

    /** Tries again what is offline, from its folder on. */
    public synchronized void retryOffline() {
        for (Seat seat : Seat.values()) {
            if (!fault(seat).isEmpty()) {
                load(seat);
            }
        }
    }

    private Network open(NetworkChoice choice) {
        Network network = Network.load(settings.models().resolve(choice.network()), settings.device());
        String found = network.card().sha256();
        if (!choice.digest().isEmpty() && !choice.digest().equals(found)) {
            network.close();
            throw new NetworkUnusable(
                    CHECKSUM_MISMATCH,
                    "%s is not the network that was approved: its SHA-256 is %s, approved was %s; restore its folder or propose it anew"
                            .formatted(choice.network(), found, choice.digest()));
        }
        return network;
    }

    private void announce(Seat seat, Network network) {
        NetworkCard card = network.card();
        String detail = "seat=%s version=%s status=%s sha256=%s provider=%s"
                .formatted(seat, card.version(), card.status().label(), card.sha256(), network.provider());
        LOG.log(Level.INFO, "network " + card.name() + " " + detail);
        trail.recordAlone(new AuditEvent(Caller.system(), AuditAction.NETWORK_LOADED, "network", card.name(), detail)
                .changing("", card.sha256()));
    }

    private void takeOffline(Seat seat, NetworkUnusable cause) {
        String fault = cause.reason() + ": " + cause.getMessage();
        String before = fault(seat);
        seats.get(seat).goOffline(fault);
        // Told once, not at every try.
        if (!before.equals(fault)) {
            LOG.log(Level.ERROR, "no inference by the " + seat + " network: " + fault, cause);
            trail.recordAlone(
                    new AuditEvent(Caller.system(), AuditAction.NETWORK_OFFLINE, "network", seat.name(), fault));
        }
    }
}
