package org.mammoflow.dicom.net.storage;

import java.util.Optional;

/** Where applications that call us can be called. */
@FunctionalInterface
public interface KnownPeers {

    /** The peer with this AE title; empty when its address is not configured. */
    Optional<Peer> find(String aeTitle);
}
