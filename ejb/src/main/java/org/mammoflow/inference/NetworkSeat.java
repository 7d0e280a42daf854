package org.mammoflow.inference;

import java.util.Optional;
import org.mammoflow.classifier.Network;

/** A seat and who sits in it: a loaded network, nobody, or a network that must not answer. */
final class NetworkSeat {

    private State state = new Vacant();

    private sealed interface State {}

    private record Vacant() implements State {}

    private record Online(LoadedNetwork loaded) implements State {}

    private record Offline(String fault) implements State {}

    /** A call on the network as it is now; nothing while there is none that may answer. */
    synchronized Optional<LoadedNetwork.Call> begin() {
        return state instanceof Online online ? Optional.of(online.loaded().begin()) : Optional.empty();
    }

    synchronized Optional<Network> network() {
        return state instanceof Online online ? Optional.of(online.loaded().network()) : Optional.empty();
    }

    /** Why the network that belongs here must not answer; empty while it may, or while none belongs here. */
    synchronized String fault() {
        return state instanceof Offline offline ? offline.fault() : "";
    }

    /** The next call is this network's; calls under way end on the one before. */
    synchronized void take(Network network) {
        become(new Online(new LoadedNetwork(network)));
    }

    synchronized void vacate() {
        become(new Vacant());
    }

    synchronized void goOffline(String fault) {
        become(new Offline(fault));
    }

    private void become(State next) {
        if (state instanceof Online online) {
            online.loaded().retire();
        }
        state = next;
    }
}
