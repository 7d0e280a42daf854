package org.mammoflow.inference;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.classifier.Network;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.classifier.NetworkUnusable;
import org.mammoflow.finding.NetworkIdentity;

/**
 * The network in use. When it cannot be used, images are still accepted and their jobs wait: a wrong checksum must stop
 * scores, not the intake.
 */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class ActiveNetwork {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.inference");

    @Inject
    InferenceSettings settings;

    @Inject
    AuditTrail trail;

    private Network network;
    private String fault = "";

    @PostConstruct
    void load() {
        try {
            network = Network.load(settings.network(), settings.device());
            announce(network.card());
        } catch (NetworkUnusable e) {
            fault = e.reason() + ": " + e.getMessage();
            LOG.log(Level.ERROR, "no inference: " + fault, e);
        }
    }

    @PreDestroy
    void close() {
        if (network != null) {
            network.close();
        }
    }

    /** The network, or nothing while it is offline. */
    public Optional<Network> network() {
        return Optional.ofNullable(network);
    }

    /** Name, version, digest and training status of the network in use, or nothing while it is offline. */
    public Optional<NetworkIdentity> identity() {
        return network()
                .map(Network::card)
                .map(card -> new NetworkIdentity(
                        card.name(),
                        card.version(),
                        card.sha256(),
                        card.status().label()));
    }

    /** Why there is no network; empty while there is one. */
    public String fault() {
        return fault;
    }

    /** The execution provider in use; empty while the network is offline. */
    public String provider() {
        return network().map(Network::provider).orElse("");
    }

    private void announce(NetworkCard card) {
        String detail = "version=%s status=%s sha256=%s provider=%s"
                .formatted(card.version(), card.status().label(), card.sha256(), network.provider());
        LOG.log(Level.INFO, "network " + card.name() + " " + detail);
        trail.record(new AuditEvent(Caller.system(), AuditAction.NETWORK_LOADED, "network", card.name(), detail));
    }
}
