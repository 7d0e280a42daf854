package org.mammoflow.dicom.dcm4che;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import org.dcm4che3.net.Device;

/** A device with one application entity, whose TLS context and threads are given. */
final class OneDevice extends Device implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    private final transient Optional<SSLContext> tls;
    private final transient ExecutorService threads;
    private final transient ScheduledExecutorService timers;
    private transient Arrivals arrivals;

    OneDevice(Optional<SSLContext> tls, ThreadFactory factory) {
        super("mammoflow");
        this.tls = tls;
        this.threads = Executors.newCachedThreadPool(factory);
        this.timers = Executors.newSingleThreadScheduledExecutor(factory);
        setExecutor(threads);
        setScheduledExecutor(timers);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Lets the arrivals be looked at after each task. */
    void watch(Arrivals arrivals) {
        this.arrivals = arrivals;
        Handshakes.watch();
        setConnectionMonitor(arrivals);
        setExecutor(task -> threads.execute(() -> {
            try {
                task.run();
            } finally {
                arrivals.look();
            }
        }));
    }

    @Override
    public SSLContext sslContext() {
        return tls.orElseThrow(() -> new IllegalStateException("no TLS configured"));
    }

    @Override
    public void close() {
        unbindConnections();
        timers.shutdownNow();
        threads.shutdownNow();
    }
}
