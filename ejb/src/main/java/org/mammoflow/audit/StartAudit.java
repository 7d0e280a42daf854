package org.mammoflow.audit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.mammoflow.access.Caller;
import org.mammoflow.platform.SiteZone;

/** Tells the trail of each start: so a gap in time has its reason, a start that nobody
 * expected its row, and a key that was exchanged meanwhile its first mention. */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
public class StartAudit {

    @Inject
    AuditTrail trail;

    @Inject
    InstallationKey key;

    @PostConstruct
    void tell() {
        trail.record(new AuditEvent(
                Caller.system(),
                AuditAction.SERVER_STARTED,
                "server",
                "mammoflow",
                "java=" + Runtime.version() + " process="
                        + ProcessHandle.current().pid() + " zone=" + SiteZone.zone() + " audit-key="
                        + key.signing().verifying().fingerprint()));
    }
}
