package org.mammoflow.audit.feed;

import java.io.IOException;
import java.util.List;
import org.mammoflow.chain.AuditEntry;

/** Tells a collector what waits, piece by piece, as long as it takes it. */
final class FeedRun {

    // Small enough that a piece that must be told again costs little.
    private static final int AT_ONCE = 200;
    // A timer's run ends sometime, so that a stop does not wait for the end of a long backlog.
    private static final int PIECES = 50;

    private final FeedLedger ledger;
    private final Collector collector;
    private final String hostName;

    FeedRun(FeedLedger ledger, Collector collector, String hostName) {
        this.ledger = ledger;
        this.collector = collector;
        this.hostName = hostName;
    }

    /**
     * @return how many were told
     * @throws IOException when the collector does not take them; the rest waits
     */
    long run() throws IOException {
        long told = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            List<AuditEntry> rows = ledger.next(AT_ONCE);
            if (rows.isEmpty()) {
                return told;
            }
            collector.deliver(rows.stream()
                    .map(row -> SyslogMessage.frame(
                            row, hostName, ProcessHandle.current().pid()))
                    .toList());
            ledger.told(rows.get(rows.size() - 1).seq());
            told += rows.size();
        }
        return told;
    }
}
