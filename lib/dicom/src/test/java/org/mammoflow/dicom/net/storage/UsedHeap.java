package org.mammoflow.dicom.net.storage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The heap of this process that is still used after a collection. */
record UsedHeap(long bytes) {

    private static final long TOLERATED_GROWTH = 4L << 20;

    static UsedHeap now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new UsedHeap(runtime.totalMemory() - runtime.freeMemory());
    }

    /** Waits until no more is used than here; one collection does not always find everything. */
    void awaitReturn() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        UsedHeap now = now();
        while (now.bytes - bytes >= TOLERATED_GROWTH) {
            if (System.nanoTime() > end) {
                throw new AssertionError("heap before: " + bytes + " bytes, still used: " + now.bytes);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            now = now();
        }
    }
}
