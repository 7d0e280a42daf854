package org.mammoflow.inference;

import java.time.Instant;

/**
 * One step on the way of a network into a seat, as it was recorded; steps are never changed or removed.
 *
 * @param network {@code name/version}, empty for nobody
 * @param digest SHA-256 of the network's weights, empty for nobody
 * @param proposal the proposal that was approved or withdrawn; 0 for a proposal itself and for a way back
 */
public record NetworkStep(
        long id,
        Seat seat,
        Kind kind,
        String network,
        String digest,
        long proposal,
        String reason,
        String actor,
        Instant recordedAt) {

    /** The names are stored: never rename one. */
    public enum Kind {
        PROPOSED,
        /** By another administrator: from now on the network is in use. */
        APPROVED,
        /** The proposal is off. */
        WITHDRAWN,
        /** Back to what was in use before the last approval. */
        ROLLED_BACK
    }
}
