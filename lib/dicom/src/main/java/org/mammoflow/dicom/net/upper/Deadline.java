package org.mammoflow.dicom.net.upper;

import java.time.Duration;

/**
 * How long the peer of one connection may still keep its thread waiting. When it passes, the {@link Watchdog} first
 * ends the input, so that the thread itself can say goodbye, and soon after closes the connection for a thread that is
 * stuck in writing.
 */
final class Deadline {

    private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Transport transport;
    private volatile long at;
    private volatile boolean armed;
    private volatile boolean expired;

    Deadline(Transport transport) {
        this.transport = transport;
    }

    /** From now on, in place of any earlier one. */
    void within(long nanos) {
        expired = false;
        at = System.nanoTime() + nanos;
        armed = true;
    }

    void within(Duration time) {
        within(time.toNanos());
    }

    /** While this side works, the peer is not to blame. */
    void relax() {
        armed = false;
    }

    boolean hasExpired() {
        return expired;
    }

    /** Ends the waiting now, from any thread. */
    void expire() {
        expired = true;
        transport.shutdownInput();
    }

    void check(long now) {
        if (!armed || now - at < 0) {
            return;
        }
        if (!expired) {
            expire();
        } else if (now - at > GRACE_NANOS) {
            transport.close();
        }
    }
}
