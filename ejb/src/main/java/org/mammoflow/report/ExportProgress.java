package org.mammoflow.report;

import java.util.concurrent.atomic.AtomicLong;

/** How far a file has come, told by whoever writes it and asked by whoever waits; and the wish to have it no more. */
public final class ExportProgress {

    private final AtomicLong rows = new AtomicLong();
    private volatile long expected = -1;
    private volatile boolean cancelled;

    /** How many rows there were shortly before the file began; more or fewer may come. */
    void expect(long count) {
        expected = count;
    }

    /** @throws ExportCancelled when nobody wants the file any more */
    void requireWanted() {
        if (cancelled) {
            throw new ExportCancelled(rows.get());
        }
    }

    /** @throws ExportCancelled when nobody wants the file any more */
    void row() {
        requireWanted();
        rows.incrementAndGet();
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    long rows() {
        return rows.get();
    }

    /** -1 before it is known. */
    long expected() {
        return expected;
    }
}
