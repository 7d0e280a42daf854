package org.mammoflow.classifier;

/** A network that must not answer; the message names what is wrong, where, and the remedy. */
public final class NetworkUnusable extends RuntimeException {

    /** Why; stable, for health checks and the administrator's page. */
    public enum Reason {
        /** The folder has no {@code card.json}. */
        CARD_MISSING,
        /** The card is no valid JSON, lacks something or contradicts itself. */
        CARD_INVALID,
        /** The file that the card names is not there. */
        WEIGHTS_MISSING,
        /** The weights are not the ones that the card describes. */
        CHECKSUM_MISMATCH,
        /** The card decides otherwise than the one that the weights were made with. */
        CARD_CHANGED,
        /** DJL or ONNX Runtime cannot load or run the network on the device. */
        ENGINE_FAILED,
        /** There are no golden vectors, or their file is damaged. */
        GOLDEN_UNREADABLE,
        /** The golden vectors came out differently: preprocessing, weights or runtime have changed. */
        GOLDEN_MISMATCH
    }

    private final Reason reason;

    public NetworkUnusable(Reason reason, String message) {
        this(reason, message, null);
    }

    public NetworkUnusable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
