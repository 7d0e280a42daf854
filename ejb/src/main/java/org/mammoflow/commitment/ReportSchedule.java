package org.mammoflow.commitment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sees to it that reports that are due are attempted, also those from before a restart. */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
public class ReportSchedule {

    // A requester that does not answer holds one of these for half a minute.
    private static final int AT_A_TIME = 4;
    private static final int AT_ONCE = 20;

    @Inject
    CommitmentLedger ledger;

    @Inject
    Reporting reporting;

    @Resource
    ManagedThreadFactory threads;

    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private ExecutorService attempts;

    @PostConstruct
    void open() {
        attempts = Executors.newFixedThreadPool(AT_A_TIME, threads);
    }

    @PreDestroy
    void close() {
        attempts.shutdownNow();
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void sweep() {
        for (long id : ledger.due(AT_ONCE)) {
            if (underWay.add(id)) {
                attempts.execute(() -> attempt(id));
            }
        }
    }

    private void attempt(long id) {
        try {
            reporting.attempt(id);
        } catch (RuntimeException e) {
            System.getLogger("org.mammoflow.commitment")
                    .log(Level.ERROR, "commitment row " + id + ": the attempt failed, another follows", e);
        } finally {
            underWay.remove(id);
        }
    }
}
