package org.mammoflow.audit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Signs the chain's end once a day; asked every hour, so that a server that slept over midnight still signs. */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
public class DailySignature {

    @Inject
    HeadSigning heads;

    @Inject
    InstallationKey key;

    @PostConstruct
    void atStart() {
        System.getLogger("org.mammoflow.audit")
                .log(
                        Level.INFO,
                        "audit heads are signed with the key "
                                + key.signing().verifying().fingerprint());
        heads.signToday();
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void everyHour() {
        heads.signToday();
    }
}
