package org.mammoflow.inference;

import java.time.Instant;
import java.util.Optional;

/** A job as pages and resources see it. */
public record JobView(
        long id,
        long instanceId,
        JobState state,
        int attempts,
        Optional<String> phase,
        Optional<String> reason,
        Instant queuedAt,
        Optional<Instant> finishedAt) {}
