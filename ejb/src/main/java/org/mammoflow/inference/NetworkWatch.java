package org.mammoflow.inference;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Runs the golden vectors each night, and each minute tries again what is offline. */
@Singleton
@Startup
@DependsOn("Networks")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NetworkWatch {

    @Inject
    Networks networks;

    @Schedule(hour = "3", minute = "30", persistent = false)
    void nightly() {
        networks.testAll();
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void again() {
        networks.retryOffline();
    }
}
