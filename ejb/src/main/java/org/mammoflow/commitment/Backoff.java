package org.mammoflow.commitment;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next attempt to deliver a report, and when to stop trying. */
final class Backoff {

    /** A modality that is switched off in the evening is called again in the morning. */
    static final Duration AT_MOST = Duration.ofHours(24);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private Backoff() {}

    /**
     * @param attempts made so far, at least 1
     */
    static Duration after(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    }
}
