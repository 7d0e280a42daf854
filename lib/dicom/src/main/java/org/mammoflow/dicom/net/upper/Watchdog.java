package org.mammoflow.dicom.net.upper;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks after the deadlines of many connections, with one thread. Blocking reads without a timeout of their own cost
 * one system call instead of two, and a deadline over many reads stops a peer that sends a byte now and then.
 */
final class Watchdog implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(100);

    private final Set<Deadline> deadlines = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    Watchdog(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.start();
    }

    Deadline watch(Transport transport) {
        Deadline deadline = new Deadline(transport);
        deadlines.add(deadline);
        LockSupport.unpark(thread);
        return deadline;
    }

    void forget(Deadline deadline) {
        deadlines.remove(deadline);
    }

    private void run() {
        while (!closed) {
            if (deadlines.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, TICK.toNanos());
            }
            long now = System.nanoTime();
            deadlines.forEach(deadline -> deadline.check(now));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
