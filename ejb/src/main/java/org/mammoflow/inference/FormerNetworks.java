package org.mammoflow.inference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.mammoflow.classifier.Network;
import org.mammoflow.classifier.NetworkUnusable;
import org.mammoflow.finding.NetworkIdentity;
import org.mammoflow.platform.Setting;

/** Finds the very network that made a finding: the active one, or a former one that still lies in the models' folder. */
@ApplicationScoped
public class FormerNetworks {

    @Inject
    Networks networks;

    @Inject
    InferenceSettings settings;

    /**
     * Works with a network; a former one is loaded for this work alone.
     *
     * @throws NetworkNotThere when there is none with this digest, or it cannot be used
     */
    <T> T with(NetworkIdentity identity, Function<Network, T> work) {
        Optional<NetworksInUse> present = networks.begin();
        if (present.isPresent()) {
            try (NetworksInUse inUse = present.get()) {
                Network active = inUse.active().network();
                if (active.card().sha256().equals(identity.digest())) {
                    return work.apply(active);
                }
            }
        }
        return withFormer(identity, work);
    }

    // One at a time: a network that is loaded besides the active one takes its memory again.
    private synchronized <T> T withFormer(NetworkIdentity identity, Function<Network, T> work) {
        try (Network former = Network.load(
                Setting.folder("mammoflow.models").resolve(identity.name()).resolve(identity.version()),
                settings.device())) {
            if (!former.card().sha256().equals(identity.digest())) {
                throw new NetworkNotThere(
                        "NETWORK_REPLACED: " + identity.name() + "/" + identity.version()
                                + " is another network now; restore the one with sha256 " + identity.digest(),
                        null);
            }
            return work.apply(former);
        } catch (NetworkUnusable e) {
            throw new NetworkNotThere(
                    "NETWORK_NOT_USABLE: " + identity.name() + "/" + identity.version() + ": " + e.getMessage(), e);
        }
    }
}
