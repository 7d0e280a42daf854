package org.mammoflow.dicom.net.storage;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The memory of this process that direct buffers hold, which no look at the heap shows. */
record DirectMemory(long bytes) {

    /** What threads of the test itself keep for their sockets. */
    private static final long TOLERATED_GROWTH = 1L << 20;

    static DirectMemory now() {
        return new DirectMemory(ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum());
    }

    /** So much more than here. */
    DirectMemory plus(long more) {
        return new DirectMemory(bytes + more);
    }

    /** Waits until no more is held than here; buffers that nobody uses go some time after a collection. */
    void awaitReturn() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        DirectMemory now = now();
        while (now.bytes - bytes >= TOLERATED_GROWTH) {
            if (System.nanoTime() > end) {
                throw new AssertionError("direct memory before: " + bytes + " bytes, still held: " + now.bytes);
            }
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            now = now();
        }
    }
}
