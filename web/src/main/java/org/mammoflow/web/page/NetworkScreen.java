package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.mammoflow.finding.NetworkIdentity;
import org.mammoflow.inference.NetworkStatus;
import org.mammoflow.inference.Seat;

/** The network in use, for the warning above every score and for the administrator. */
@Named("network")
@RequestScoped
public class NetworkScreen {

    @Inject
    NetworkStatus networks;

    @Inject
    Words words;

    private Optional<NetworkIdentity> identity;

    @PostConstruct
    void ask() {
        identity = networks.identity(Seat.ACTIVE);
    }

    public boolean online() {
        return identity.isPresent();
    }

    public NetworkMark mark() {
        return identity.map(network -> NetworkMark.of(network, words)).orElse(NetworkMark.NONE);
    }

    public String provider() {
        return networks.provider(Seat.ACTIVE);
    }

    /** Why it is offline. */
    public String fault() {
        return networks.fault(Seat.ACTIVE);
    }
}
