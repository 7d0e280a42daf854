package org.mammoflow.inference;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mammoflow.finding.NetworkIdentity;

/** Everybody's front door to the networks in use: which they are, and how they are. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class NetworkStatus {

    @Inject
    Networks networks;

    /** Name, version, digest and training status of the network in this seat, or nothing while there is none. */
    public Optional<NetworkIdentity> identity(Seat seat) {
        return networks.identity(seat);
    }

    /** Why the network that belongs in this seat must not answer; empty while it may, or none belongs there. */
    public String fault(Seat seat) {
        return networks.fault(seat);
    }

    /** The execution provider in use; empty while there is no network. */
    public String provider(Seat seat) {
        return networks.provider(seat);
    }
}
