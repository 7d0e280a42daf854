package org.mammoflow.review;

import java.time.Instant;

/**
 * One decision about one finding; the highest revision counts.
 *
 * @param revision 1 for the first decision; each later one is a change, a withdrawal or another reader's
 * @param round the reading that it belongs to: 1 first, 2 second, 3 arbitration
 * @param recordDigest SHA-256 over the review's content and what the network saw
 */
public record ReviewView(
        long id,
        long findingId,
        int revision,
        int round,
        Verdict verdict,
        String reason,
        String comment,
        String reader,
        boolean signed,
        String recordDigest,
        Instant reviewedAt) {}
