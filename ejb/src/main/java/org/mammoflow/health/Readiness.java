package org.mammoflow.health;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.mammoflow.audit.feed.FeedState;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.dicom.net.storage.StorageStack;
import org.mammoflow.dicom.net.storage.Verification;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.inference.NetworkStatus;
import org.mammoflow.inference.Seat;
import org.mammoflow.instance.InstanceSettings;
import org.mammoflow.instance.ObjectStore;
import org.mammoflow.intake.DicomPort;
import org.mammoflow.intake.IntakeSettings;
import org.mammoflow.intake.Modalities;

/** Tries every part that an image needs from its arrival to its finding. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Readiness {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.health");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Deadlines DEADLINES =
            new Deadlines(PATIENCE, PATIENCE, PATIENCE, PATIENCE, Deadlines.DEFAULT.closing());

    @Resource(lookup = "java:jboss/datasources/MammoflowDS")
    DataSource database;

    @Resource(lookup = "java:/MammoflowJms")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/InferenceJobs")
    Queue queue;

    @Inject
    ObjectStore store;

    @Inject
    InstanceSettings storeSettings;

    @Inject
    IntakeSettings intake;

    @Inject
    DicomPort port;

    @Inject
    StorageStack stack;

    @Inject
    Modalities modalities;

    @Inject
    NetworkStatus networks;

    @Inject
    FeedState feed;

    @FunctionalInterface
    private interface Trial {
        String run() throws Exception;
    }

    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(
                check("database", this::database),
                check("broker", this::broker),
                check("disk", this::disk),
                check("network", this::network),
                check("dicom", this::dicom)));
        port.itselfOverTls().ifPresent(peer -> checks.add(check("dicom-tls", () -> overTls(peer))));
        if (feed.isOn()) {
            // Up while the collector is away: images flow, and its messages wait.
            checks.add(check("audit-feed", feed::words));
        }
        return checks;
    }

    private static Check check(String name, Trial trial) {
        try {
            return new Check(name, true, trial.run());
        } catch (NotReady e) {
            // Whoever watches us asks every few seconds, and a disk that is full already must not be filled with
            // traces.
            LOG.log(Level.WARNING, "not ready: " + name + ": " + e.getMessage());
            return new Check(name, false, e.getMessage());
        } catch (Exception e) {
            LOG.log(Level.WARNING, "not ready: " + name, e);
            return new Check(name, false, "see the server's log");
        }
    }

    private String database() throws Exception {
        try (Connection connection = database.getConnection();
                ResultSet answer = connection.createStatement().executeQuery("select seq from audit_head")) {
            return answer.next() ? connection.getMetaData().getDatabaseProductName() : "";
        }
    }

    private String broker() throws Exception {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(queue)) {
            return browser.getEnumeration().hasMoreElements() ? "messages wait" : "";
        }
    }

    private String disk() throws Exception {
        if (store.usableBytes() < storeSettings.watermarkBytes()) {
            throw new NotReady("below the watermark: new images are refused until there is room");
        }
        return "";
    }

    private String network() {
        return networks.identity(Seat.ACTIVE)
                .map(used -> "%s/%s (%s) on %s"
                        .formatted(used.name(), used.version(), used.status(), networks.provider(Seat.ACTIVE)))
                .orElseThrow(
                        () -> new NotReady("offline: images are accepted and wait. " + networks.fault(Seat.ACTIVE)));
    }

    private String dicom() throws Exception {
        Verification.echo(port.itself().withDeadlines(DEADLINES));
        String answers = "AE title " + intake.aeTitle() + ", stack " + stack.name();
        return modalities.acceptsAnyCaller()
                ? answers + "; any calling AE title is accepted until the first modality is entered"
                : answers;
    }

    /** Also says when our certificate has run out: then a modality would not talk to us any more. */
    private static String overTls(Peer peer) throws Exception {
        Verification.echo(peer.withDeadlines(DEADLINES));
        return "";
    }

    /** An expected reason, fit to be shown. */
    private static final class NotReady extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NotReady(String message) {
            super(message);
        }
    }
}
