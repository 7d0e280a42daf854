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
import org.mammoflow.dicom.net.storage.CommitmentHandler;
import org.mammoflow.dicom.net.storage.StorageApplication;
import org.mammoflow.dicom.net.storage.StorageScpConfig;
import org.mammoflow.dicom.net.storage.StorageServer;
import org.mammoflow.dicom.net.storage.StorageStack;
import org.mammoflow.dicom.net.upper.AcceptorConfig;

/** The DICOM port: open from the moment that everything behind it is ready until the server stops. */
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

    private StorageServer scp;

    @PostConstruct
    void open() {
        try {
            scp = stack.open(config(), admission, StorageApplication.of(handler, commitment), audit);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "DICOM port %s:%d not opened (another server on it? choose another with --dicom-port)"
                            .formatted(settings.bindAddress(), settings.port()),
                    e);
        }
        LOG.log(
                Level.INFO,
                "DICOM port %d open, AE title %s, stack %s".formatted(scp.port(), settings.aeTitle(), stack.title()));
        if (modalities.acceptsAnyCaller()) {
            LOG.log(Level.WARNING, "any calling AE title is accepted until the first modality is entered");
        }
    }

    @PreDestroy
    void close() {
        scp.close();
    }

    private StorageScpConfig config() {
        return StorageScpConfig.mammography(AcceptorConfig.of(settings.aeTitle())
                .withBind(new InetSocketAddress(settings.bindAddress(), settings.port()))
                .withThreads(threads));
    }

    /** The port that is really open. */
    public int port() {
        return scp.port();
    }
}
