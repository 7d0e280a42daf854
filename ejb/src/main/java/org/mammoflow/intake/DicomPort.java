package org.mammoflow.intake;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.mammoflow.dicom.net.storage.CommitmentHandler;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.dicom.net.storage.StorageApplication;
import org.mammoflow.dicom.net.storage.StorageScpConfig;
import org.mammoflow.dicom.net.storage.StorageServer;
import org.mammoflow.dicom.net.storage.StorageStack;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.TlsPort;

/** The DICOM port, and the TLS port where there is one: open from the moment that everything behind it is ready until the server stops. */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DicomPort {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.intake");

    @Inject
    IntakeSettings settings;

    @Inject
    StoreHandler handler;

    @Inject
    CommitmentHandler commitment;

    @Inject
    StorageStack stack;

    @Inject
    CallerAdmission admission;

    @Inject
    AssociationAudit audit;

    @Inject
    Modalities modalities;

    @Resource
    ManagedThreadFactory threads;

    private Optional<TlsPort> tls;
    private StorageServer scp;

    @PostConstruct
    void open() {
        tls = settings.tls()
                .map(given -> TlsIdentity.read(given, System.getenv().getOrDefault("MAMMOFLOW_TLS_PASSWORD", ""))
                        .port());
        try {
            scp = stack.open(config(), admission, StorageApplication.of(handler, commitment), audit);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "DICOM port %s:%d%s not opened (another server on it? choose another with --dicom-port%s)"
                            .formatted(
                                    settings.bindAddress(),
                                    settings.port(),
                                    tls.map(port -> " or TLS port " + port.port())
                                            .orElse(""),
                                    tls.isPresent() ? " or --dicom-tls-port" : ""),
                    e);
        }
        LOG.log(
                Level.INFO,
                "DICOM port %d open, AE title %s, stack %s".formatted(scp.port(), settings.aeTitle(), stack.title()));
        tlsPort()
                .ifPresent(port -> LOG.log(
                        Level.INFO,
                        "DICOM TLS port %d open, client certificates %s"
                                .formatted(port, tls.orElseThrow().clientCertificates())));
        if (modalities.acceptsAnyCaller()) {
            LOG.log(Level.WARNING, "any calling AE title is accepted until the first modality is entered");
        }
    }

    @PreDestroy
    void close() {
        scp.close();
    }

    private StorageScpConfig config() {
        AcceptorConfig acceptor = AcceptorConfig.of(settings.aeTitle())
                .withBind(new InetSocketAddress(settings.bindAddress(), settings.port()))
                .withThreads(threads);
        return StorageScpConfig.mammography(tls.map(acceptor::withTls).orElse(acceptor));
    }

    /** The port that is really open. */
    public int port() {
        return scp.port();
    }

    /** The TLS port that is really open, if there is one. */
    public Optional<Integer> tlsPort() {
        return scp.tlsPort();
    }

    /** Ourselves as a peer at the plain port. */
    public Peer itself() {
        return Peer.of(settings.bindAddress(), port(), settings.aeTitle(), settings.aeTitle());
    }

    /** Ourselves as a peer at the TLS port, called with our own certificate. */
    public Optional<Peer> itselfOverTls() {
        return tlsPort()
                .map(port -> Peer.of(settings.bindAddress(), port, settings.aeTitle(), settings.aeTitle())
                        .withTls(tls.orElseThrow().context()));
    }
}
