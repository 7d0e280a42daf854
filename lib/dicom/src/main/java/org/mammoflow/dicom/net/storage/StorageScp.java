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
import org.mammoflow.dicom.net.upper.AssociationUser;
import org.mammoflow.dicom.net.upper.ExtendedNegotiation;
import org.mammoflow.dicom.net.upper.OfferedServices;

/** A storage and verification SCP that is running until it is closed (PS3.4 Annexes A and B). */
public final class StorageScp implements AutoCloseable {

    /** PS3.4 B.3.1: level 2 (full), digital signatures level 3 (bits are preserved), no element coercion. */
    private static final List<Byte> STORAGE_SUPPORT =
            List.of((byte) 2, (byte) 0, (byte) 3, (byte) 0, (byte) 0, (byte) 0);

    private final AssociationServer server;
    private final Optional<CommitmentReporter> reporter;

    private StorageScp(AssociationServer server, Optional<CommitmentReporter> reporter) {
        this.server = server;
        this.reporter = reporter;
    }

    /**
     * Binds the ports and starts accepting.
     *
     * @throws IOException when a port cannot be bound
     */
    public static StorageScp open(
            StorageScpConfig config, AssociationPolicy policy, StorageHandler handler, AssociationListener listener)
            throws IOException {
        return new StorageScp(
                AssociationServer.open(
                        config.acceptor(),
                        services(config, false),
                        policy,
                        listener,
                        new StorageService(handler, Optional.empty())),
                Optional.empty());
    }

    /** As above, with storage commitment. */
    public static StorageScp open(
            StorageScpConfig config,
            AssociationPolicy policy,
            StorageApplication application,
            AssociationListener listener)
            throws IOException {
        CommitmentReporter reporter = new CommitmentReporter(
                application.commitmentConfig(),
                application.commitment(),
                config.acceptor().threads());
        try {
            CommitmentService commitment = new CommitmentService(application.commitment(), reporter);
            AssociationUser user = new StorageService(application.storage(), Optional.of(commitment));
            return new StorageScp(
                    AssociationServer.open(config.acceptor(), services(config, true), policy, listener, user),
                    Optional.of(reporter));
        } catch (IOException e) {
            reporter.close();
            throw e;
        }
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
        reporter.ifPresent(CommitmentReporter::close);
    }
}
