package org.mammoflow.audit.feed;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;

/**
 * Tells the collector every few seconds what is new on the trail. Nobody who works waits for it: it reads committed rows, and
 * while the collector is away they wait where they are.
 */
@Singleton
@Startup
@DependsOn({"SchemaAtStart", "FirstAccounts", "StartAudit"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditFeed {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.audit");

    @Inject
    FeedLedger ledger;

    @Inject
    FeedState state;

    @Inject
    Clock clock;

    @Resource
    ManagedScheduledExecutorService timer;

    private Optional<FeedRun> run = Optional.empty();

    @PostConstruct
    void open() {
        run = FeedSettings.read().map(this::open);
    }

    private FeedRun open(FeedSettings settings) {
        try {
            FeedRun opened = new FeedRun(ledger, new Collector(settings, Trust.of(settings), timer), hostName());
            state.on();
            LOG.log(Level.INFO, "audit messages go to {0}:{1}", settings.host(), Integer.toString(settings.port()));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tell() {
        run.ifPresent(this::tell);
    }

    private void tell(FeedRun feed) {
        try {
            long told = feed.run();
            if (told > 0 && state.back()) {
                LOG.log(Level.INFO, "audit collector is back: {0} messages delivered", Long.toString(told));
            }
        } catch (IOException e) {
            if (state.away(clock.instant())) {
                LOG.log(Level.WARNING, "audit collector takes no messages; they wait on the trail: " + e.getMessage());
            }
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "-";
        }
    }
}
