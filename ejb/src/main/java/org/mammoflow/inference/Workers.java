package org.mammoflow.inference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts workers, so that the sweeper can tell lost messages from a long queue. */
@ApplicationScoped
public class Workers {

    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicLong lastEnd = new AtomicLong(System.nanoTime());

    void during(Runnable work) {
        busy.incrementAndGet();
        try {
            work.run();
        } finally {
            lastEnd.set(System.nanoTime());
            busy.decrementAndGet();
        }
    }

    /** Whether nobody has worked for this long. */
    boolean idleForSeconds(long seconds) {
        return busy.get() == 0 && System.nanoTime() - lastEnd.get() > seconds * 1_000_000_000L;
    }
}
