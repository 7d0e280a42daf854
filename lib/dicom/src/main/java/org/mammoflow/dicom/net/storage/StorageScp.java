package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.AssociationServer;
import org.mammoflow.dicom.net.upper.ExtendedNegotiation;
import org.mammoflow.dicom.net.upper.OfferedServices;

/** A storage and verification SCP that is running until it is closed (PS3.4 Annexes A and B). */
public final class StorageScp implements AutoCloseable {

    /** PS3.4 B.3.1: level 2 (full), digital signatures level 3 (bits are preserved), no element coercion. */
    private static final List<Byte> STORAGE_SUPPORT =
            List.of((byte) 2, (byte) 0, (byte) 3, (byte) 0, (byte) 0, (byte) 0);

    private final AssociationServer server;

    private StorageScp(AssociationServer server) {
        this.server = server;
    }

    /**
     * Binds the ports and starts accepting.
     *
     * @throws IOException when a port cannot be bound
     */
    public static StorageScp open(
            StorageScpConfig config, AssociationPolicy policy, StorageHandler handler, AssociationListener listener)
            throws IOException {
        return new StorageScp(AssociationServer.open(
                config.acceptor(), services(config), policy, listener, new StorageService(handler)));
    }

    private static OfferedServices services(StorageScpConfig config) {
        Map<String, List<String>> all = new LinkedHashMap<>(config.transferSyntaxes());
        all.put(Uid.VERIFICATION, MammographyStorage.UNCOMPRESSED);
        return new OfferedServices(all, proposal -> support(config, proposal));
    }

    private static Optional<ExtendedNegotiation> support(StorageScpConfig config, ExtendedNegotiation proposal) {
        return config.transferSyntaxes().containsKey(proposal.sopClassUid())
                ? Optional.of(new ExtendedNegotiation(proposal.sopClassUid(), STORAGE_SUPPORT))
                : Optional.empty();
    }

    /** The plain port. */
    public int port() {
        return server.port();
    }

    /** The TLS port, if there is one. */
    public Optional<Integer> tlsPort() {
        return server.tlsPort();
    }

    /** The associations that are open now. */
    public int associations() {
        return server.associations();
    }

    /** Stops accepting, lets running messages finish within the grace time, then aborts what is left. */
    @Override
    public void close() {
        server.close();
    }
}
