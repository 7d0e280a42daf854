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
public final class StorageScp implements StorageServer {

    /** PS3.4 B.3.1: level 2 (full), digital signatures level 3 (bits are preserved), no element coercion. */
    private static final List<Byte> STORAGE_SUPPORT =
            List.of((byte) 2, (byte) 0, (byte) 3, (byte) 0, (byte) 0, (byte) 0);

    private final AssociationServer server;

    private StorageScp(AssociationServer server) {
        this.server = server;
    }

    /** As below, without storage commitment. */
    public static StorageScp open(
            StorageScpConfig config, AssociationPolicy policy, StorageHandler handler, AssociationListener listener)
            throws IOException {
        return open(config, policy, StorageApplication.of(handler), listener);
    }

    /**
     * Binds the ports and starts accepting.
     *
     * @throws IOException when a port cannot be bound
     */
    public static StorageScp open(
            StorageScpConfig config,
            AssociationPolicy policy,
            StorageApplication application,
            AssociationListener listener)
            throws IOException {
        OfferedServices services = services(config, application.commitment().isPresent());
        return new StorageScp(
                AssociationServer.open(config.acceptor(), services, policy, listener, new StorageService(application)));
    }

    private static OfferedServices services(StorageScpConfig config, boolean commitment) {
        Map<String, List<String>> all = new LinkedHashMap<>(config.transferSyntaxes());
        all.put(Uid.VERIFICATION, MammographyStorage.UNCOMPRESSED);
        if (commitment) {
            all.put(Uid.STORAGE_COMMITMENT_PUSH_MODEL, MammographyStorage.UNCOMPRESSED);
        }
        return new OfferedServices(all, proposal -> support(config, proposal));
    }

    private static Optional<ExtendedNegotiation> support(StorageScpConfig config, ExtendedNegotiation proposal) {
        return config.transferSyntaxes().containsKey(proposal.sopClassUid())
                ? Optional.of(new ExtendedNegotiation(proposal.sopClassUid(), STORAGE_SUPPORT))
                : Optional.empty();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Optional<Integer> tlsPort() {
        return server.tlsPort();
    }

    @Override
    public int associations() {
        return server.associations();
    }

    @Override
    public void close() {
        server.close();
    }
}
