package org.mammoflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mammoflow.dicom.net.storage.KnownPeers;
import org.mammoflow.dicom.net.storage.Peer;

/** The addresses on the administrator's list, as peers to call; asked for each call, so that changes count at once. */
@ApplicationScoped
public class ModalityAddresses implements KnownPeers {

    @Inject
    Modalities modalities;

    @Inject
    IntakeSettings settings;

    @Override
    public Optional<Peer> find(String aeTitle) {
        return modalities
                .address(aeTitle)
                .map(address -> Peer.of(address.host(), address.port(), aeTitle, settings.aeTitle()));
    }
}
