package org.mammoflow.inference;

import java.time.Instant;

/**
 * What came out when a finding was made again from the stored object.
 *
 * @param samePixels whether the decoded samples have the digest that was recorded
 * @param sameTensor whether the network's input tensor has the digest that was recorded
 * @param largestDifference of the log odds between classes, which are the differences of the logits over the temperature;
 *     0 for bit-identical outputs and where nothing came out
 * @param provider the execution provider that computed it this time
 * @param reason why it was impossible; empty when it was not
 */
public record ReplayView(
        long findingId,
        ReplayOutcome outcome,
        boolean samePixels,
        boolean sameTensor,
        double largestDifference,
        String provider,
        String reason,
        String askedBy,
        Instant replayedAt) {

    /** What a replay says about its finding. The names are stored: never rename one. */
    public enum ReplayOutcome {
        /** The same pixels, the same tensor and, within the tolerance, the same logits. */
        SAME,
        DIFFERS,
        /** The object or the network is not there any more, or cannot be used. */
        IMPOSSIBLE
    }
}
