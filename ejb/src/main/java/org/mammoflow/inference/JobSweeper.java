package org.mammoflow.inference;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Finds jobs that nobody works on: workers that are gone, messages that never came. With it, a queue that loses every
 * message still loses no work.
 */
@Singleton
@Startup
// Last: a timer that fires while a later bean fails to start would wait for that start, and the failed deployment for
// it.
@DependsOn({"SchemaAtStart", "FirstAccounts", "StartAudit", "Networks", "DicomPort"})
public class JobSweeper {

    private static final int AT_ONCE = 200;
    private static final int IDLE_SECONDS = 5;

    @Inject
    JobLedger ledger;

    @Inject
    JobWakeUp wakeUp;

    @Inject
    Workers workers;

    @PostConstruct
    void atStart() {
        int lost = ledger.recoverLost();
        if (lost > 0) {
            System.getLogger("org.mammoflow.inference")
                    .log(Level.INFO, lost + " jobs taken back from the time before the last stop");
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        ledger.recoverLost();
        // Idle workers beside waiting jobs mean that messages were lost; busy ones only that there is much to do.
        if (workers.idleForSeconds(IDLE_SECONDS)) {
            ledger.due(AT_ONCE).forEach(wakeUp::wake);
        }
    }
}
