package org.mammoflow.commitment;

import java.time.Instant;
import java.util.Optional;

/**
 * A request for storage commitment as the administrator sees it.
 *
 * @param instances how many objects it names
 * @param committed how many of them the report that was taken says are kept
 * @param failed how many of them it says are not
 * @param attempts to deliver the report on an association of its own
 * @param nextAttemptAt while it waits
 * @param problem why the last attempt failed
 */
public record CommitmentView(
        String callingAeTitle,
        String transactionUid,
        CommitmentState state,
        int instances,
        Optional<Integer> committed,
        Optional<Integer> failed,
        int attempts,
        Instant requestedAt,
        Optional<Instant> nextAttemptAt,
        Optional<String> problem) {}
