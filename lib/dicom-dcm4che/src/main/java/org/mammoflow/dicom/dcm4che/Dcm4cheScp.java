package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.StorageOptions;
import org.dcm4che3.net.TransferCapability;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.storage.StorageApplication;
import org.mammoflow.dicom.net.storage.StorageScpConfig;
import org.mammoflow.dicom.net.storage.StorageServer;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.ClientCertificates;
import org.mammoflow.dicom.net.upper.TlsPort;
import org.mammoflow.dicom.net.upper.TlsProfile;

/** A storage and verification SCP on dcm4che-net that is running until it is closed. */
final class Dcm4cheScp implements StorageServer {

    private static final List<String> UNCOMPRESSED =
            List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN, Uid.IMPLICIT_VR_LITTLE_ENDIAN);

    private final AcceptorConfig config;
    private final OneDevice device;
    private final Connection plain;
    private final Optional<Connection> secure;

    private Dcm4cheScp(AcceptorConfig config, OneDevice device, Connection plain, Optional<Connection> secure) {
        this.config = config;
        this.device = device;
        this.plain = plain;
        this.secure = secure;
    }

    static Dcm4cheScp open(
            StorageScpConfig config,
            AssociationPolicy policy,
            StorageApplication application,
            AssociationListener listener)
            throws IOException {
        AcceptorConfig acceptor = config.acceptor();
        OneDevice device = new OneDevice(acceptor.tls().map(TlsPort::context), acceptor.threads());
        try {
            ApplicationEntity entity = entity(config, application.commitment().isPresent());
            device.addApplicationEntity(entity);
            Connection plain = connection(acceptor, acceptor.bind().getPort());
            install(device, entity, plain);
            Optional<Connection> secure = Optional.empty();
            if (acceptor.tls().isPresent()) {
                secure = Optional.of(
                        secured(connection(acceptor, acceptor.tls().get().port()), acceptor));
                install(device, entity, secure.get());
            }
            entity.setDimseRQHandler(new Operations(application));
            Arrivals arrivals = new Arrivals(listener, acceptor.tls().map(TlsPort::clientCertificates));
            device.watch(arrivals);
            Negotiation negotiation = new Negotiation(acceptor, policy, listener, arrivals);
            device.setAssociationHandler(negotiation);
            device.bindConnections();
            return new Dcm4cheScp(acceptor, device, plain, secure);
        } catch (GeneralSecurityException e) {
            device.close();
            throw new IOException("TLS port not opened", e);
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }

    private static ApplicationEntity entity(StorageScpConfig config, boolean commitment) {
        ApplicationEntity entity = new ApplicationEntity(config.acceptor().aeTitle());
        entity.setAssociationAcceptor(true);
        Map<String, List<String>> offered = new LinkedHashMap<>(config.transferSyntaxes());
        offered.forEach((sopClass, syntaxes) -> {
            TransferCapability capability = capability(sopClass, syntaxes);
            capability.setStorageOptions(new StorageOptions(
                    StorageOptions.LevelOfSupport.LEVEL_2,
                    StorageOptions.DigitalSignatureSupport.LEVEL_3,
                    StorageOptions.ElementCoercion.NO));
            entity.addTransferCapability(capability);
        });
        entity.addTransferCapability(capability(Uid.VERIFICATION, UNCOMPRESSED));
        if (commitment) {
            entity.addTransferCapability(capability(Uid.STORAGE_COMMITMENT_PUSH_MODEL, UNCOMPRESSED));
        }
        return entity;
    }

    private static TransferCapability capability(String sopClass, List<String> syntaxes) {
        String[] inOrder = syntaxes.toArray(String[]::new);
        TransferCapability capability = new TransferCapability(null, sopClass, TransferCapability.Role.SCP, inOrder);
        capability.setPreferredTransferSyntaxes(inOrder);
        return capability;
    }

    private static Connection connection(AcceptorConfig config, int port) throws IOException {
        InetAddress address = config.bind().getAddress();
        Connection connection = new Connection(null, address.getHostAddress(), port == 0 ? freePort(address) : port);
        connection.setBindAddress(address.getHostAddress());
        connection.setBacklog(config.backlog());
        connection.setReceivePDULength(config.maximumLength());
        connection.setSendPDULength(config.maximumLength());
        connection.setRequestTimeout(millis(config.deadlines().artim()));
        connection.setIdleTimeout(millis(config.deadlines().idle()));
        connection.setReleaseTimeout(millis(config.deadlines().request()));
        connection.setResponseTimeout(millis(config.deadlines().request()));
        connection.setSendTimeout(millis(config.deadlines().progress()));
        connection.setMaxOpsPerformed(1);
        connection.setMaxOpsInvoked(1);
        return connection;
    }

    private static Connection secured(Connection connection, AcceptorConfig config) {
        connection.setTlsProtocols(TlsProfile.protocols());
        connection.setTlsCipherSuites(TlsProfile.cipherSuites());
        connection.setTlsNeedClientAuth(config.tls().orElseThrow().clientCertificates() == ClientCertificates.REQUIRED);
        return connection;
    }

    private static void install(OneDevice device, ApplicationEntity entity, Connection connection) {
        device.addConnection(connection);
        entity.addConnection(connection);
    }

    /** dcm4che takes port 0 for "does not listen". */
    private static int freePort(InetAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.getLocalPort();
        }
    }

    static int millis(Duration time) {
        return Math.toIntExact(Math.max(1, time.toMillis()));
    }

    @Override
    public int port() {
        return plain.getPort();
    }

    @Override
    public Optional<Integer> tlsPort() {
        return secure.map(Connection::getPort);
    }

    @Override
    public int associations() {
        return device.getNumberOfOpenAssociations();
    }

    @Override
    public void close() {
        device.unbindConnections();
        end(association -> association.getPerformingOperationCount() == 0);
        awaitEnd(config.grace());
        end(association -> true);
        awaitEnd(Duration.ofSeconds(2));
        device.close();
    }

    private void end(java.util.function.Predicate<Association> which) {
        for (Association association : device.listOpenAssociations()) {
            if (which.test(association)) {
                association.abort();
            }
        }
    }

    private void awaitEnd(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (device.getNumberOfOpenAssociations() > 0 && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(10).toNanos());
            end(association -> association.getPerformingOperationCount() == 0);
        }
    }
}
